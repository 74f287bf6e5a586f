package org.ovoz.intake.coverage;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.coverage.LanguageCoverage;

/** Who reads which language when, for pages and texts; in memory, and known again after a start without Kafka or the desk. */
@Singleton
public class Coverage {

    private static final Duration START_PATIENCE = Duration.ofSeconds(30);

    private final CoverageRows rows;
    private final CoverageConfig config;
    private final Clock clock;
    private volatile Map<LanguageTag, LanguageCoverage> said = Map.of();

    Coverage(CoverageRows rows, CoverageConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    void load(@Observes StartupEvent start) {
        replace(rows.all().await().atMost(START_PATIENCE));
    }

    public Readership of(LanguageTag language) {
        LanguageCoverage last = said.get(language);
        return last == null
                ? new Readership.Unknown()
                : ReadershipRules.at(clock.instant(), last, config.believedFor());
    }

    Uni<Void> reload() {
        return rows.all().invoke(this::replace).replaceWithVoid();
    }

    private void replace(List<LanguageCoverage> all) {
        said = all.stream().collect(Collectors.toUnmodifiableMap(LanguageCoverage::language, Function.identity()));
    }
}
