package org.ovoz.intake.setting;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.ovoz.local.servers.secrets.Certificates;

/** The desk's way to intake: mutual TLS. */
public final class OrdersDoor {

    private static final char[] NO_PASSWORD = {};
    private static final HttpClient DESK = client(IntakeSetting.FILES.desk(), true);
    private static final HttpClient STRANGER = client(IntakeSetting.FILES.desk(), false);

    private OrdersDoor() {}

    /** With the desk's certificate. */
    public static HttpResponse<String> send(@Nullable String order, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/orders"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (order != null) {
            request.header(Orders.HEADER, order);
        }
        return unchecked(() -> DESK.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    public static HttpResponse<String> post(String path, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return unchecked(() -> DESK.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /** Without any certificate. */
    public static HttpResponse<String> sendAsAStranger() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address("/orders"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return STRANGER.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create(TestHTTPResourceManager.getSslUri() + path);
    }

    private static HttpClient client(Certificates.Identity identity, boolean showsIt) {
        try {
            KeyStore known = emptyStore();
            known.setCertificateEntry("authority", certificate(identity.authority()));
            KeyStore own = emptyStore();
            if (showsIt) {
                Certificate[] chain = {certificate(identity.certificate()), certificate(identity.authority())};
                own.setKeyEntry("desk", key(identity.key()), NO_PASSWORD, chain);
            }
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, NO_PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(context)
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static Certificate certificate(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
        String base64 = Files.readString(file).replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private interface Sending {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private static HttpResponse<String> unchecked(Sending sending) {
        try {
            return sending.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
