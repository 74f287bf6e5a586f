package org.ovoz.local.journeys.leaks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.local.journeys.running.FilesBelow;
import org.ovoz.local.journeys.running.RunningStack;

/**
 * Everywhere where a stack keeps bytes: tables, topics, metrics, and each file of its directory (the servers' own, logs and earlier logs,
 * temporary files). Not what plays the outside world, the phones and mailboxes, and not the keys.
 */
public final class Places {
    private static final List<String> OUTSIDE = List.of(
            "data/carrier.journal", "logs/carrier.log", "logs/mailbox.log", "keys/", "demo-keys/", "tls/", "secrets/");

    private final RunningStack running;

    public Places(RunningStack running) {
        this.running = running;
    }

    public List<Place> all() throws SQLException, IOException {
        running.databases().checkpoint();
        List<Place> all = new ArrayList<>();
        all.addAll(tables());
        TopicDump.of(running.bus()).forEach((topic, records) -> all.add(Place.of("topic " + topic, records)));
        all.add(metrics("intake", running.intakeManagement()));
        all.add(metrics("desk", running.deskManagement()));
        all.addAll(files(running.stack().directory()));
        return all;
    }

    private List<Place> tables() throws SQLException {
        List<Place> tables = new ArrayList<>();
        try (Connection intake = running.databases().intake();
                Connection desk = running.databases().desk();
                Connection shred = running.databases().shred()) {
            for (Connection database : List.of(intake, desk, shred)) {
                TableDump.of(database).forEach((table, rows) -> tables.add(Place.of("table " + table, rows)));
            }
        }
        return tables;
    }

    private Place metrics(String service, URI management) {
        String metrics = running.web()
                .get(URI.create(management + "/q/metrics"))
                .expect(200)
                .body();
        return Place.of("metrics of " + service, metrics.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Place> files(Path directory) throws IOException {
        List<Place> places = new ArrayList<>();
        for (Path file : FilesBelow.of(directory)) {
            String name = directory.relativize(file).toString();
            if (OUTSIDE.stream().noneMatch(name::startsWith)) {
                places.add(Place.of("file " + name, file));
            }
        }
        return places;
    }
}
