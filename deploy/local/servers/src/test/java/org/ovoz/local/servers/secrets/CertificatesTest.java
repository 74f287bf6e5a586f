package org.ovoz.local.servers.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    @TempDir
    Path temp;

    @Test
    void aServerAndAClientAreTrustedForWhatTheyAre() throws Exception {
        Certificates.Identity intake = certificates().server("intake");
        Certificates.Identity desk = certificates().client("desk");
        X509TrustManager trust = trusting(intake.authority());

        trust.checkServerTrusted(chain(intake), "ECDHE_ECDSA");
        trust.checkClientTrusted(chain(desk), "EC");
        assertThatThrownBy(() -> trust.checkServerTrusted(chain(desk), "ECDHE_ECDSA"))
                .isInstanceOf(CertificateException.class);
        assertThat(chain(intake)[0].getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1");
    }

    @Test
    void whatAnotherAuthoritySignedIsNotTrusted() throws Exception {
        Certificates.Identity stranger = new Certificates(temp.resolve("other"), Clock.systemUTC()).client("desk");
        X509TrustManager trust = trusting(certificates().server("intake").authority());
        assertThatThrownBy(() -> trust.checkClientTrusted(chain(stranger), "EC"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void aGoodCertificateIsKeptAndAnEndingOneMadeAnew() throws Exception {
        X509Certificate first = chain(certificates().server("intake"))[0];
        assertThat(chain(certificates().server("intake"))[0]).isEqualTo(first);
        Clock nextYear = Clock.offset(Clock.systemUTC(), Duration.ofDays(380));
        assertThat(chain(new Certificates(temp, nextYear).server("intake"))[0]).isNotEqualTo(first);
    }

    @Test
    void onlyTheOwnerReadsAKey() throws IOException {
        Path key = certificates().server("intake").key();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(key).content().startsWith("-----BEGIN PRIVATE KEY-----");
    }

    private Certificates certificates() {
        return new Certificates(temp, Clock.systemUTC());
    }

    private static X509Certificate[] chain(Certificates.Identity identity) throws Exception {
        return new X509Certificate[] {read(identity.certificate())};
    }

    private static X509Certificate read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static X509TrustManager trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", read(authority));
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
