package org.ovoz.local.launcher.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.line.LineRecords;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.local.launcher.demo.DemoWorld;

/** What whoever administers the line hands to the services: the public half of its key, and what intake starts with. */
public record LineFiles(Path adminKey, Path lineRecord, Path catchAllTeam) {

    /** Made and signed here. */
    public static LineFiles demo(LineKeys line, TeamRecords teams) {
        return new LineFiles(line.administrationPublicFile(), line.lineRecordFile(), teams.file(DemoWorld.CATCH_ALL));
    }

    /** Under the names by which the console hands them out. */
    public static LineFiles in(Path directory) {
        return new LineFiles(
                directory.resolve("admin-key.json"),
                directory.resolve("line-record.jws"),
                directory.resolve("catch-all-team.jws"));
    }

    /** All are there and whole, and of one line. */
    boolean belongTogether() {
        try {
            ECKey line = Json.read(text(adminKey), ECKey.class);
            LineRecords.LINE.verify(text(lineRecord), line);
            SignedTeamRecord.verify(text(catchAllTeam), line);
            return true;
        } catch (IOException | BadSignatureException | MalformedContractException notYet) {
            return false;
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).strip();
    }
}
