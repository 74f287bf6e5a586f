package org.ovoz.intake.teams;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ovoz.contracts.TeamId;
import org.ovoz.intake.sealing.RecipientKey;

/** The teams at one moment. */
public final class TeamTable {

    private final Map<TeamId, KnownTeam> teams;
    private final TeamId catchAll;

    public TeamTable(Collection<KnownTeam> teams, TeamId catchAll) {
        Map<TeamId, KnownTeam> byId = new LinkedHashMap<>();
        teams.forEach(team -> byId.put(team.record().id(), team));
        this.teams = Map.copyOf(byId);
        this.catchAll = catchAll;
    }

    public Optional<KnownTeam> find(TeamId id) {
        return Optional.ofNullable(teams.get(id));
    }

    /** To whom something for these teams is sealed; those that are suspended are left out. */
    public List<RecipientKey> keysOf(List<TeamId> readers) {
        return readers.stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .filter(team -> !team.suspended())
                .map(KnownTeam::encryptionKey)
                .toList();
    }

    public List<KnownTeam> active() {
        return all().stream().filter(team -> !team.suspended()).toList();
    }

    /** In a fixed order, so that the same report always goes to the same teams in the same order. */
    public List<KnownTeam> all() {
        return teams.values().stream()
                .sorted((a, b) ->
                        a.record().id().value().compareTo(b.record().id().value()))
                .toList();
    }

    public TeamId catchAll() {
        return catchAll;
    }
}
