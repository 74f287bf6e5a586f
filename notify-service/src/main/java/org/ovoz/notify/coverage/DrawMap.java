package org.ovoz.notify.coverage;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.notify.coverage.map.CoverageMap;
import org.ovoz.notify.coverage.map.NextRead;

/** Draws the map as things stand. */
@ApplicationScoped
class DrawMap {

    private final ReadTeams readTeams;
    private final CoverageSettings settings;
    private final Clock clock;

    DrawMap(ReadTeams readTeams, CoverageSettings settings, Clock clock) {
        this.readTeams = readTeams;
        this.settings = settings;
        this.clock = clock;
    }

    Uni<Drawn> draw(SqlClient client) {
        Instant now = clock.instant();
        Instant until = now.plus(settings.ahead());
        return readTeams
                .read(client, now)
                .map(teams ->
                        new Drawn(now, CoverageMap.of(teams, now, until), NextRead.byLanguage(teams, now, until)));
    }

    record Drawn(Instant now, CoverageMap map, Map<LanguageTag, NextRead> languages) {}
}
