package org.ovoz.local.journeys.seizure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.running.Databases;
import org.ovoz.local.journeys.running.WriteAheadLog;

/** What somebody makes of a dump of the databases with those keys. */
final class Attack {
    /** As the shred layer is written: {@code dir}, {@code A256GCM}, nothing else in the header. */
    private static final Pattern WRAPPED = Pattern.compile("eyJ[\\w-]{30,50}\\.\\.[\\w-]{16}\\.[\\w-]+\\.[\\w-]{22}");

    private static final int KEY_BYTES = 32;

    private final Loot loot;
    private final Databases dump;

    Attack(Loot loot, Databases dump) {
        this.loot = loot;
        this.dump = dump;
    }

    /** What could be opened of a report. */
    record Opened(Set<String> texts, Set<String> numbers) {}

    /** Who wrote it is known by its number only if somebody guesses it. */
    boolean wrote(String number) throws GeneralSecurityException, SQLException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(loot.lookup(), "HmacSHA256"));
        String hash = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(("number:" + number).getBytes(StandardCharsets.UTF_8)));
        try (Connection intake = dump.intake()) {
            return Databases.count(intake, "SELECT count(*) FROM contact_index WHERE lookup = ?", hash) > 0;
        }
    }

    /** The grants of a report, the shred layer taken off. */
    List<String> grants(ReportId report) throws SQLException {
        return unwrap(report, strings("SELECT jwe FROM item_grant WHERE report_id = ?", report).stream());
    }

    Opened open(ReportId report) throws SQLException {
        return open(report, Stream.empty());
    }

    /** @param disk intake's cluster: what its log holds of rows that have forgotten it counts too */
    Opened open(ReportId report, Path disk) throws SQLException, IOException {
        Set<String> wrapped = new HashSet<>();
        for (Path segment : WriteAheadLog.segments(disk)) {
            String records = new String(WriteAheadLog.records(segment), StandardCharsets.ISO_8859_1);
            WRAPPED.matcher(records).results().map(MatchResult::group).forEach(wrapped::add);
        }
        return open(report, wrapped.stream());
    }

    private Opened open(ReportId report, Stream<String> more) throws SQLException {
        Stream<String> inRows = Stream.of(
                        "SELECT jwe FROM item_grant WHERE report_id = ?",
                        "SELECT relay_grant FROM outgoing_text WHERE report_id = ?",
                        "SELECT contact FROM outgoing_text WHERE report_id = ?")
                .flatMap(sql -> strings(sql, report).stream());
        List<byte[]> keys = new ArrayList<>(shredKeys(report));
        keys.add(loot.lookup());
        Set<String> numbers = new HashSet<>();
        for (String container : unwrap(report, Stream.concat(inRows, more))) {
            Jwe.open(container, loot.pairs()).ifPresent(inner -> {
                if (inner.length == KEY_BYTES) {
                    keys.add(inner);
                } else {
                    numbers.add(number(inner));
                }
            });
        }
        Set<String> texts = new HashSet<>();
        for (String item : strings("SELECT jwe FROM item WHERE report_id = ?", report)) {
            Jwe.openShared(item, keys).map(Attack::json).ifPresent(content -> {
                content(content, "text").ifPresent(texts::add);
                content(content, "inner")
                        .flatMap(contact -> Jwe.open(contact, loot.pairs()))
                        .ifPresent(inner -> numbers.add(number(inner)));
            });
        }
        return new Opened(texts, numbers);
    }

    private static Optional<String> content(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::asText);
    }

    private static String number(byte[] contact) {
        return json(contact).required("number").asText();
    }

    private List<String> unwrap(ReportId report, Stream<String> wrapped) throws SQLException {
        List<byte[]> keys = shredKeys(report);
        return wrapped.flatMap(jwe -> Jwe.openShared(jwe, keys).stream())
                .map(inner -> new String(inner, StandardCharsets.UTF_8))
                .toList();
    }

    /** One; none once it was deleted. */
    private List<byte[]> shredKeys(ReportId report) throws SQLException {
        String id = strings("SELECT shred_key FROM conversation WHERE id = ?", report)
                .getFirst();
        try (Connection shred = dump.shred()) {
            return Databases.rows(
                    shred, row -> row.getBytes(1), "SELECT key FROM shred_key WHERE id = ?", UUID.fromString(id));
        }
    }

    private List<String> strings(String sql, ReportId report) {
        try (Connection intake = dump.intake()) {
            return Databases.rows(intake, row -> Optional.ofNullable(row.getString(1)), sql, report.value()).stream()
                    .flatMap(Optional::stream)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(byte[] text) {
        return Json.read(new String(text, StandardCharsets.UTF_8).strip(), JsonNode.class);
    }
}
