package org.ovoz.notify.alert.push;

import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.ovoz.contracts.Json;

/** The key that push services know the desk by; browsers subscribe to it. None: nobody is alerted by this way. */
@ApplicationScoped
class VapidKey {

    private final Optional<WebPush> webPush;

    VapidKey(PushSettings settings) {
        this.webPush = settings.key().map(file -> new WebPush(settings.contact(), read(file)));
    }

    Optional<WebPush> webPush() {
        return webPush;
    }

    /** As browsers take it: an uncompressed point, base64url. */
    Optional<String> publicKey() {
        return webPush.map(push -> Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(push.getVapidKeys().getApplicationServerKey()));
    }

    private static VapidKeys read(Path file) {
        try {
            ECKey key = Json.read(Files.readString(file), ECKey.class);
            return new VapidKeys(key.toECPublicKey(), key.toECPrivateKey());
        } catch (IOException e) {
            throw new UncheckedIOException("OVOZ_VAPID_KEY cannot be read", e);
        } catch (JOSEException notOne) {
            throw new IllegalStateException("OVOZ_VAPID_KEY is no key pair on P-256");
        }
    }
}
