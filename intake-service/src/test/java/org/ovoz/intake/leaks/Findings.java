package org.ovoz.intake.leaks;

import io.quarkus.test.common.http.TestHTTPResourceManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.intake.setting.Bus;
import org.ovoz.intake.setting.CapturedLog;
import org.ovoz.intake.setting.Sql;

/** Where something was found that should be nowhere: tables of both databases, topics, metrics, log. */
final class Findings {

    private Findings() {}

    /** Places that hold one of the texts, plainly or in a form that anybody can turn back. */
    static List<String> of(String... texts) {
        Map<String, String> places = everything();
        return Stream.of(texts)
                .flatMap(text -> forms(text).stream())
                .flatMap(form -> places.entrySet().stream()
                        .filter(place -> place.getValue().contains(form))
                        .map(place -> place.getKey() + " holds " + form))
                .toList();
    }

    /** Places that hold something of that form. */
    static List<String> matching(String form) {
        Pattern pattern = Pattern.compile(form);
        return everything().entrySet().stream()
                .flatMap(place -> pattern.matcher(place.getValue())
                        .results()
                        .map(found -> place.getKey() + " holds " + found.group()))
                .toList();
    }

    private static List<String> forms(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>();
        forms.add(text);
        forms.add(HexFormat.of().formatHex(utf8));
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        for (int shift = 0; shift < 3; shift++) {
            forms.add(base64(utf8, shift));
            forms.add(base64(utf8, shift).replace('+', '-').replace('/', '_'));
        }
        return forms.stream().distinct().toList();
    }

    /** The letters that do not depend on what stands before and after. */
    private static String base64(byte[] text, int shift) {
        byte[] shifted = new byte[shift + text.length];
        System.arraycopy(text, 0, shifted, shift, text.length);
        String letters = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return letters.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
    }

    private static Map<String, String> everything() {
        Map<String, String> places = new LinkedHashMap<>();
        for (Sql database : Sql.values()) {
            tables(database).forEach(table -> places.put(table, String.join("\n", rows(database, table))));
        }
        places.put(
                "a topic",
                Bus.everything().stream()
                        .map(record -> record.key() + record.headers() + text(record.value()))
                        .collect(Collectors.joining("\n")));
        places.put("the metrics", metrics());
        places.put("the log", String.join("\n", CapturedLog.lines()));
        return places;
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    private static String metrics() {
        String address = TestHTTPResourceManager.getManagementUri().replaceAll("/q/?$", "") + "/q/metrics";
        try (InputStream metrics = URI.create(address).toURL().openStream()) {
            return new String(metrics.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tables(Sql database) {
        return database.read("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables"
                + " WHERE table_schema NOT IN ('pg_catalog', 'information_schema')");
    }

    /** Binary columns come as hex. */
    private static List<String> rows(Sql database, String table) {
        return database.read("SELECT t::text FROM " + table + " t");
    }
}
