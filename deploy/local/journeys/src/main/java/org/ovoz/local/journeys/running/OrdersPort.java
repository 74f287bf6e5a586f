package org.ovoz.local.journeys.running;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.Orders;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** Intake's port for orders, past the desk but with its certificate: what whoever holds the desk's host can reach. */
public final class OrdersPort {
    private static final char[] NO_PASSWORD = {};

    private final Path certificates;
    private final URI orders;
    private final Web web;

    OrdersPort(Path certificates, URI address) {
        this.certificates = certificates;
        this.orders = URI.create(address + "/orders");
        this.web = new Web(context(true));
    }

    /** @param jws absent: the header is not sent */
    public Answer send(@Nullable String jws, String body) {
        return web.send(request(jws, body));
    }

    /** As somebody who reaches the port and holds no certificate. */
    public Answer sendAsAStranger(@Nullable String jws, String body) {
        return new Web(context(false)).send(request(jws, body));
    }

    private HttpRequest request(@Nullable String jws, String body) {
        HttpRequest.Builder request =
                Web.request(orders).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return jws == null
                ? request.build()
                : request.header(Orders.HEADER, jws).build();
    }

    private SSLContext context(boolean asTheDesk) {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("ca", certificate("ca.pem"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyStore own = empty();
            if (asTheDesk) {
                own.setKeyEntry("desk", key("desk-key.pem"), NO_PASSWORD, new Certificate[] {certificate("desk.pem")});
            }
            KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            identity.init(own, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the desk's certificate cannot be used", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private Certificate certificate(String file) throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(certificates.resolve(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    private PrivateKey key(String file) throws GeneralSecurityException, IOException {
        String pem = Files.readString(certificates.resolve(file)).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }
}
