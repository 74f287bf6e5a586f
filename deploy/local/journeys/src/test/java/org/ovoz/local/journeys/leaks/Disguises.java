package org.ovoz.local.journeys.leaks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ovoz.contracts.Json;

/** The forms in which a text usually turns up where it should not be. */
final class Disguises {

    private Disguises() {}

    static Map<String, byte[]> of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(utf8);
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("plain", utf8);
        forms.put("UTF-16 little endian", text.getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16 big endian", text.getBytes(StandardCharsets.UTF_16BE));
        forms.put("hex", ascii(hex));
        forms.put("upper case hex", ascii(hex.toUpperCase(Locale.ROOT)));
        forms.put("URL", ascii(URLEncoder.encode(text, StandardCharsets.UTF_8)));
        forms.put("JSON", escaped(text));
        for (int shift = 0; shift < 3; shift++) {
            forms.put("base64 at " + shift, base64(Base64.getEncoder(), utf8, shift));
            forms.put("base64url at " + shift, base64(Base64.getUrlEncoder(), utf8, shift));
        }
        return forms;
    }

    /** The letters that do not depend on what stands before and after the text. */
    private static byte[] base64(Base64.Encoder encoder, byte[] text, int shift) {
        byte[] shifted = new byte[shift + text.length];
        System.arraycopy(text, 0, shifted, shift, text.length);
        byte[] letters = encoder.withoutPadding().encode(shifted);
        int firstWhole = (shift * 8 + 5) / 6;
        int afterLastWhole = shifted.length * 8 / 6;
        return Arrays.copyOfRange(letters, firstWhole, afterLastWhole);
    }

    private static byte[] escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        String json = Json.write(text);
        json.substring(1, json.length() - 1)
                .chars()
                .forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return ascii(escaped.toString());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
