package dev.voicebot.network;

import okhttp3.OkHttpClient;

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
        return client;
    }
}
