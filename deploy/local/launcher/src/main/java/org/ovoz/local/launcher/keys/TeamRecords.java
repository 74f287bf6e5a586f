package org.ovoz.local.launcher.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.order.KeyFile;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.local.launcher.demo.Team;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secrets;

/** The teams' key pairs and their records, signed by the administration key. A changed team gets the next version. */
public final class TeamRecords {
    private final Secrets files;
    private final KeyDirectory keys;
    private final ECKey administration;

    public TeamRecords(LocalDirectory directory, ECKey administration) {
        this.files = new Secrets(directory.in("keys").resolve("teams"));
        this.keys = new KeyDirectory(files);
        this.administration = administration;
    }

    /** The file that holds the team's signed record. */
    public Path file(Team team) {
        Path file = files.file(team.id() + ".jws");
        Optional<TeamRecord> signed = read(file);
        TeamRecord wanted = record(team, signed.map(TeamRecord::version).orElse(1L));
        if (signed.isEmpty()) {
            Secrets.write(file, SignedTeamRecord.sign(wanted, administration));
        } else if (!signed.get().equals(wanted)) {
            Secrets.write(file, SignedTeamRecord.sign(record(team, wanted.version() + 1), administration));
        }
        return file;
    }

    /** The team's private keys, for the people who are in it. */
    public KeyFile.TeamKeys privateKeys(TeamId team) {
        return new KeyFile.TeamKeys(team, keys.pair(team + "-encryption"), keys.pair(team + "-order"));
    }

    private TeamRecord record(Team team, long version) {
        KeyFile.TeamKeys pairs = privateKeys(team.id());
        return new TeamRecord(
                team.id(),
                team.organisation(),
                version,
                team.languages(),
                team.regions(),
                List.of(),
                team.childQualified(),
                false,
                List.of(),
                team.escalation(),
                false,
                pairs.encryption().toPublicJWK(),
                pairs.order().toPublicJWK());
    }

    private Optional<TeamRecord> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(SignedTeamRecord.verify(Files.readString(file), administration.toPublicJWK()))
                    : Optional.empty();
        } catch (BadSignatureException anotherAdministrationKey) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
