package dev.voicebot.network;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted: those that the Java machine trusts, and those of a file. */
public final class Certificates {
    private final X509TrustManager trusted;
    private final SSLContext context;

    private Certificates(X509TrustManager trusted, SSLContext context) {
        this.trusted = trusted;
        this.context = context;
    }

    /**
     * With those in {@code file}, in PEM.
     *
     * @throws AssistantException SETTINGS, which names {@code setting}, when it holds none or cannot be read
     */
    public static Certificates with(Path file, String setting) {
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate usual : trusted(null).getAcceptedIssuers()) {
                all.setCertificateEntry("usual-" + number++, usual);
            }
            for (Certificate more : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                all.setCertificateEntry("more-" + number++, more);
            }
            X509TrustManager trusted = trusted(all);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusted}, null);
            return new Certificates(trusted, context);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssistantException(
                    FaultKind.SETTINGS, tr("%s: %s holds no certificates in PEM that can be read", setting, file), e);
        }
    }

    private static X509TrustManager trusted(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new CertificateException("no trust manager"));
    }

    public X509TrustManager trusted() {
        return trusted;
    }

    public SSLContext context() {
        return context;
    }

    /** What is wrong with a host's certificate, and what to do; empty where the fault is another. */
    public static Optional<String> trouble(Throwable fault) {
        Optional<String> found = Optional.empty();
        for (@Nullable Throwable e = fault; e != null; e = e.getCause()) {
            Optional<String> here = words(e);
            found = here.isPresent() ? here : found; // the innermost is the most exact
        }
        return found;
    }

    private static Optional<String> words(Throwable e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof CertificateExpiredException) {
            return Optional.of(tr("its certificate has expired; check this machine's clock"));
        }
        if (e instanceof CertificateNotYetValidException) {
            return Optional.of(tr("its certificate is not valid yet; check this machine's clock"));
        }
        boolean isOfAnother = e instanceof SSLPeerUnverifiedException
                || (e instanceof CertificateException && message.contains("subject alternative"));
        if (isOfAnother) {
            return Optional.of(
                    tr("its certificate is for another host; check the address, and whether this network has a"
                            + " sign-in page"));
        }
        if (message.contains("unable to find valid certification path")) {
            return Optional.of(tr("its certificate is signed by nobody who is trusted here; if it is your own or your"
                    + " company's, name its file in network.certificates or SSL_CERT_FILE"));
        }
        return e instanceof SSLException
                        && (message.contains("plaintext") || message.contains("unrecognized SSL message"))
                ? Optional.of(tr("it does not speak TLS; check the address and the port"))
                : Optional.empty();
    }
}
