package dev.voicebot.standin;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The same service over TLS, with a certificate of the test's. */
public final class TlsFront extends Forwarder {
    private final int target;

    private TlsFront(HeldCertificate certificate, int target) {
        super(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()
                .getServerSocketFactory());
        this.target = target;
    }

    public static TlsFront start(HeldCertificate certificate, int target) {
        TlsFront front = new TlsFront(certificate, target);
        front.start();
        return front;
    }

    @Override
    void serve(Socket client) throws IOException {
        join(client, target);
    }

    /** What a program needs to reach the stand-in behind it. */
    public Map<String, String> environment(StandIn standIn) {
        return standIn.environment().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> encrypted(entry.getValue(), standIn)));
    }

    private String encrypted(String value, StandIn standIn) {
        return value.replaceFirst("^(ws|http)://127.0.0.1:" + standIn.port(), "$1s://localhost:" + port());
    }
}
