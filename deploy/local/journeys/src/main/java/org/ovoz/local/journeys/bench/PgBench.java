package org.ovoz.local.journeys.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ovoz.local.journeys.running.Databases.Address;

/** PostgreSQL's own pgbench, against the database that intake writes to. */
final class PgBench {
    private static final String PROGRAM = "pgbench";
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

    private final Address database;
    private final int clients;

    PgBench(Address database, int clients) {
        this.database = database;
        this.clients = clients;
    }

    /**
     * Runs the script again and again, each run a transaction of its own.
     *
     * @return transactions per second
     * @throws IllegalStateException if pgbench is missing or a transaction failed; with what it said
     */
    double run(String script, Duration during) {
        try {
            Path file = Files.createTempFile("ovoz-pgbench", ".sql");
            try {
                Files.writeString(file, script);
                return perSecond(output(file, during));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(PROGRAM + " could not be run; Debian has it in postgresql-contrib", e);
        }
    }

    private String output(Path script, Duration during) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        PROGRAM,
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + during.toSeconds(),
                        "--file=" + script,
                        "--host=" + database.host(),
                        "--port=" + database.port(),
                        "--username=" + database.user(),
                        database.name()))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static double perSecond(String output) {
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || output.contains("aborted")) {
            throw new IllegalStateException(PROGRAM + " said: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
