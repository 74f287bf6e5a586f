package org.ovoz.transport.carrier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code application/x-www-form-urlencoded} strictly: what it accepts has one meaning. */
final class FormBody {

    private FormBody() {}

    /** Empty if it is no form, or has a name twice with different values: nobody could say which one was meant. */
    static Optional<Map<String, String>> parse(byte[] body) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String pair : text(body).split("&")) {
                if (!pair.isEmpty() && !add(values, pair)) {
                    return Optional.empty();
                }
            }
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
        return Optional.of(values);
    }

    private static boolean add(Map<String, String> values, String pair) throws CharacterCodingException {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        String earlier = values.putIfAbsent(name, value);
        return earlier == null || earlier.equals(value);
    }

    private static String decode(String encoded) throws CharacterCodingException {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '+' -> decoded.write(' ');
                case '%' -> {
                    decoded.write(hex(bytes, i + 1) * 16 + hex(bytes, i + 2));
                    i += 2;
                }
                default -> decoded.write(bytes[i]);
            }
        }
        return text(decoded.toByteArray());
    }

    private static int hex(byte[] bytes, int at) {
        int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("no hex digit");
        }
        return digit;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
