package org.ovoz.intake.orders.action;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ovoz.contracts.Keys;
import org.ovoz.intake.teams.KnownTeam;
import org.ovoz.intake.teams.TeamTable;
import org.ovoz.intake.teams.Teams;

/** A report's current recipients as the team table knows them now, minus the suspended. */
@Singleton
class Readers {

    private final Teams teams;

    Readers(Teams teams) {
        this.teams = teams;
    }

    List<KnownTeam> of(OrderedReport report) {
        TeamTable now = teams.now();
        return report.readers().stream()
                .map(reader -> now.find(reader.team()))
                .flatMap(Optional::stream)
                .filter(team -> !team.suspended())
                .toList();
    }

    /** Team ids by the id of the key that a new item must be granted to. */
    Map<String, String> keysOf(OrderedReport report) {
        return of(report).stream()
                .collect(Collectors.toMap(
                        team -> Keys.kidOf(team.record().encryptionKey()),
                        team -> team.record().id().value(),
                        (one, other) -> one));
    }
}
