package org.ovoz.local.journeys.seizure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ovoz.local.journeys.running.FilesBelow;

/** Private keys on P-256 as they lie on a disk, in a file of their own or within another one. */
final class PrivateKeys {
    private static final Pattern PKCS_8 = Pattern.compile("(?:MIGHAgEA|MIGTAgEA|MEECAQAw)[A-Za-z0-9+/\\s]+={0,2}");

    private PrivateKeys() {}

    /** Every PKCS#8 key in base64 that is in the files below that directory. */
    static List<ECPrivateKey> in(Path place) throws IOException {
        return FilesBelow.of(place).stream()
                .flatMap(file -> PKCS_8.matcher(text(file)).results())
                .map(MatchResult::group)
                .distinct()
                .map(PrivateKeys::pkcs8)
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException meanwhile) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ECPrivateKey pkcs8(String base64) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key on a curve", e);
        }
    }
}
