package org.ovoz.local.journeys.bench;

import static org.ovoz.local.journeys.bench.CopiedRows.RANDOM_ID;
import static org.ovoz.local.journeys.bench.CopiedRows.RANDOM_TEXT;
import static org.ovoz.local.journeys.bench.CopiedRows.REPORT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A pgbench script that writes the rows of one stored text, in one statement, into tables like intake's in a schema of its own: the
 * same values but for the ids, as constants that pgbench's server plans once.
 */
final class SameRows {
    private static final List<CopiedRows> OPENING = List.of(
            new CopiedRows("conversation", "id = ?", Map.of("id", REPORT, "shred_key", RANDOM_ID)),
            new CopiedRows("recipient", "report_id = ?", Map.of("report_id", REPORT)),
            new CopiedRows("item", "report_id = ?", Map.of("id", RANDOM_ID, "report_id", REPORT)),
            new CopiedRows("item_grant", "report_id = ?", Map.of("item_id", RANDOM_ID, "report_id", REPORT)),
            new CopiedRows("contact_index", "report_id = ?", Map.of("lookup", RANDOM_TEXT, "report_id", REPORT)),
            new CopiedRows("carrier_message", "report_id = ?", Map.of("id_hmac", RANDOM_TEXT, "report_id", REPORT)),
            new CopiedRows("outgoing_text", "report_id = ?", Map.of("id", RANDOM_ID, "report_id", REPORT)),
            new CopiedRows("audit", "report_id = ? AND action = 'report-opened'", Map.of("report_id", REPORT)),
            new CopiedRows(
                    "outbox", "key = ?::text AND sequence = 1", Map.of("key", REPORT + "::text", "id", RANDOM_ID)));

    private final Connection intake;

    SameRows(Connection intake) {
        this.intake = intake;
    }

    /** Makes the tables anew, empty. */
    void prepare() throws SQLException {
        execute("DROP SCHEMA IF EXISTS bench CASCADE");
        execute("CREATE SCHEMA bench");
        for (CopiedRows rows : OPENING) {
            execute("CREATE TABLE bench.%1$s (LIKE public.%1$s INCLUDING ALL)".formatted(rows.table()));
        }
    }

    /** @param report one that a single text opened */
    String opening(UUID report) throws SQLException {
        List<String> parts = new ArrayList<>(List.of("ids AS (SELECT gen_random_uuid() AS report)"));
        for (CopiedRows rows : OPENING) {
            parts.addAll(inserts(rows, report));
        }
        return "WITH " + String.join(",\n", parts) + "\nSELECT report FROM ids;\n";
    }

    private List<String> inserts(CopiedRows rows, UUID report) throws SQLException {
        Map<String, String> types = columns(rows.table());
        String values = types.keySet().stream()
                .map("encode(convert_to(%s::text, 'UTF8'), 'hex')"::formatted)
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + values + " FROM " + rows.table() + " WHERE " + rows.where();
        List<String> inserts = new ArrayList<>();
        try (PreparedStatement statement = intake.prepareStatement(sql)) {
            statement.setObject(1, report);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    inserts.add(insert(rows, types, row, inserts.size()));
                }
            }
        }
        return inserts;
    }

    private static String insert(CopiedRows rows, Map<String, String> types, ResultSet row, int number)
            throws SQLException {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> column : types.entrySet()) {
            String hex = row.getString(values.size() + 1);
            values.add(rows.fresh().getOrDefault(column.getKey(), constant(hex, column.getValue())));
        }
        return "%1$s_%2$d AS (INSERT INTO bench.%1$s (%3$s) SELECT %4$s FROM ids)"
                .formatted(rows.table(), number, String.join(", ", types.keySet()), String.join(", ", values));
    }

    /** As hexadecimal digits, since pgbench takes a colon before a letter for a variable of its own. */
    private static String constant(String hex, String type) {
        return hex == null ? "NULL::" + type : "convert_from(decode('" + hex + "', 'hex'), 'UTF8')::" + type;
    }

    private Map<String, String> columns(String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        String sql = "SELECT column_name, udt_name FROM information_schema.columns WHERE table_schema = 'public'"
                + " AND table_name = ? AND is_identity = 'NO' ORDER BY ordinal_position";
        try (PreparedStatement statement = intake.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet column = statement.executeQuery()) {
                while (column.next()) {
                    types.put(column.getString(1), column.getString(2));
                }
            }
        }
        return types;
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = intake.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
