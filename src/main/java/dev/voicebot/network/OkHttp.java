package dev.voicebot.network;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Lets clients of OkHttp's, which both SDKs use, go the way that a {@link Network} says. */
public final class OkHttp {
    private static final String AUTHORIZATION = "Proxy-Authorization";

    private OkHttp() {}

    /** Through the proxy, with the certificates; no redirect is followed, so that what is said goes nowhere else. */
    public static OkHttpClient.Builder on(Network network, OkHttpClient.Builder client) {
        client.proxySelector(network.proxies()).followRedirects(false);
        network.reach().limit(client);
        network.certificates()
                .ifPresent(it -> client.sslSocketFactory(it.context().getSocketFactory(), it.trusted()));
        network.proxies()
                .authorization()
                .ifPresent(value -> client.proxyAuthenticator((route, refused) ->
                        refused.request().headers(AUTHORIZATION).isEmpty()
                                ? refused.request()
                                        .newBuilder()
                                        .header(AUTHORIZATION, value)
                                        .build()
                                : null));
        return client.addInterceptor(OkHttp::readEndlessWait);
    }

    /** OkHttp cannot read a Retry-After of more than 31 bits, with a 503 or 408, not even in a handshake. */
    private static Response readEndlessWait(Interceptor.Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (NumberFormatException e) {
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(503)
                    .message("Service Unavailable")
                    .header("Retry-After", Integer.toString(Integer.MAX_VALUE))
                    .body(ResponseBody.create("", null))
                    .build();
        }
    }
}
