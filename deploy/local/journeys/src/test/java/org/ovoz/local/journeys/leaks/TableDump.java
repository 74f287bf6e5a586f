package org.ovoz.local.journeys.leaks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every row of every table of a database: binary columns as they are, all others as text. */
final class TableDump {

    private TableDump() {}

    static Map<String, byte[]> of(Connection database) throws SQLException {
        Map<String, byte[]> dump = new LinkedHashMap<>();
        for (String table : tables(database)) {
            dump.put(database.getCatalog() + "." + table, rows(database, table));
        }
        return dump;
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                        WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                        """)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }

    private static byte[] rows(Connection database, String table) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            while (rows.next()) {
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    bytes.writeBytes(value(rows, column));
                    bytes.write('\n');
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] value(ResultSet rows, int column) throws SQLException {
        boolean binary = rows.getMetaData().getColumnTypeName(column).equals("bytea");
        byte[] raw = binary ? rows.getBytes(column) : null;
        String text = binary ? null : rows.getString(column);
        return raw != null ? raw : text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
