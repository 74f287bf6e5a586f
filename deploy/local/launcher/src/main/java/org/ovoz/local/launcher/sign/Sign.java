package org.ovoz.local.launcher.sign;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.line.LineRecord;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.team.SignedSuspension;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.contracts.team.TeamSuspended;
import org.ovoz.local.servers.secrets.Secrets;

/** Makes the line's administration key and signs with it. Meant to be run where no service runs. */
public final class Sign {
    public static final String USAGE = """
            sign new-line-key FILE           makes a key pair; the private key goes to FILE (read by its owner only), the public one to stdout
            sign team TEAM.json --key FILE   signs a team record with the private key in FILE; the signed record goes to stdout
            sign line LINE.json --key FILE   signs a line record likewise
            sign suspension TEAM --key FILE  signs that the team is suspended, now; for intake's POST /suspensions, within ten minutes
            """;

    private final PrintStream out;
    private final Clock clock;

    public Sign(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** @throws SignRefused with what to do instead */
    public void run(List<String> arguments) {
        switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "new-line-key" -> newKey(arguments);
            case "team" -> out.println(SignedTeamRecord.sign(read(arguments, TeamRecord.class), key(arguments)));
            case "line" -> out.println(LineRecords.LINE.sign(read(arguments, LineRecord.class), key(arguments)));
            case "suspension" -> out.println(SignedSuspension.sign(suspension(arguments), key(arguments)));
            default -> throw new SignRefused(USAGE);
        }
    }

    private void newKey(List<String> arguments) {
        if (arguments.size() != 2) {
            throw new SignRefused(USAGE);
        }
        Path file = Path.of(arguments.get(1));
        if (Files.exists(file)) {
            throw new SignRefused(file + " exists already; a key is never written over");
        }
        ECKey key = Keys.generate();
        Secrets.write(file, Json.write(key));
        out.println(Json.write(key.toPublicJWK()));
    }

    private TeamSuspended suspension(List<String> arguments) {
        requireKey(arguments);
        try {
            return new TeamSuspended(new TeamId(arguments.get(1)), clock.instant());
        } catch (IllegalArgumentException e) {
            throw new SignRefused(arguments.get(1) + " is no team's id, expected something like north-team");
        }
    }

    private static <T> T read(List<String> arguments, Class<T> type) {
        requireKey(arguments);
        return parse(Path.of(arguments.get(1)), type, "a " + type.getSimpleName());
    }

    private static void requireKey(List<String> arguments) {
        if (arguments.size() != 4 || !arguments.get(2).equals("--key")) {
            throw new SignRefused(USAGE);
        }
    }

    private static ECKey key(List<String> arguments) {
        Path file = Path.of(arguments.get(3));
        ECKey key = parse(file, ECKey.class, "a P-256 key");
        if (!key.isPrivate()) {
            throw new SignRefused(file + " holds a public key; signing takes the private one");
        }
        return key;
    }

    private static <T> T parse(Path file, Class<T> type, String what) {
        try {
            return Json.read(Files.readString(file), type);
        } catch (IOException e) {
            throw new SignRefused(file + " cannot be read");
        } catch (MalformedContractException e) {
            throw new SignRefused(file + " does not hold " + what);
        }
    }
}
