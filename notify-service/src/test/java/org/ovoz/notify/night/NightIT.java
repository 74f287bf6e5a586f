package org.ovoz.notify.night;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.Sql;

/** The packaged desk, twice, through a night. {@code -Dovoz.night.seed}, {@code .reports} and {@code .hours} make another one. */
@Timeout(1200)
class NightIT {

    private static final long SEED = Long.getLong("ovoz.night.seed", 2026);
    private static final int REPORTS = Integer.getInteger("ovoz.night.reports", 60);
    private static final Duration LENGTH = Duration.ofHours(Integer.getInteger("ovoz.night.hours", 2));

    @Test
    void everyReportIsOpenedOrBeforeACoordinatorAndNothingIsSentTwice() throws IOException {
        LocalDirectory directory = new LocalDirectory(Path.of("target/night").toAbsolutePath());
        Path clockFile = Files.createDirectories(directory.root()).resolve("now");
        NightClock clock = new NightClock(clockFile);
        DeskSetting setting = new DeskSetting();
        Map<String, String> told = setting.start();
        told.put("OVOZ_CANARY_EVERY", "PT1H");
        List<DeskProcess> desks = List.of(
                new DeskProcess("1", told, clockFile, directory), new DeskProcess("2", told, clockFile, directory));
        long began = System.nanoTime();
        try {
            desks.forEach(DeskProcess::begin);
            desks.forEach(DeskProcess::awaitReady);
            RestAssured.port = desks.getFirst().port();
            Night night = new Night(SEED, clock, desks, LENGTH);
            night.pass(REPORTS);
            print(night, Duration.ofNanos(System.nanoTime() - began));
            SoftAssertions.assertSoftly(found -> judge(found, night));
        } finally {
            desks.forEach(DeskProcess::stop);
            setting.stop();
        }
    }

    private static void judge(SoftAssertions found, Night night) {
        found.assertThat(night.waiting()).as("reports before nobody").isZero();
        found.assertThat(night.reports).hasSize(REPORTS);
        found.assertThat(Sql.read("SELECT count(*) FROM report_case")).containsExactly("" + REPORTS);
        found.assertThat(Findings.doubled()).as("texts that came twice").isEmpty();
        found.assertThat(Findings.repeated()).as("steps twice within a round").isEmpty();
        found.assertThat(Findings.rungTwice()).as("alerts rung for twice").isEmpty();
        found.assertThat(Findings.hastyCalls()).as("calls within five minutes").isEmpty();
        found.assertThat(Findings.doubledCanaries())
                .as("canaries that were texted twice")
                .isEmpty();
        found.assertThat(Findings.saidTwice()).as("what intake was told twice").isEmpty();
        found.assertThat(Findings.notRungFor(night.now()))
                .as("duties not rung for")
                .isEmpty();
    }

    private static void print(Night night, Duration took) {
        System.out.printf("a night of %s with %d reports, seed %d, in %d s%n", LENGTH, REPORTS, SEED, took.toSeconds());
        System.out.println(Findings.times());
        System.out.println("staff: " + night.staff.deeds);
        print(
                "opened, and not",
                "SELECT (first_opened_at IS NOT NULL) || ' ' || count(*) FROM report_case GROUP BY first_opened_at IS NOT NULL");
        print("ladders", "SELECT coalesce(ended, 'climbing') || ' ' || count(*) FROM ladder GROUP BY ended ORDER BY 1");
        print("rounds", "SELECT round || ' ' || count(*) FROM ladder GROUP BY round ORDER BY round");
        print("steps", "SELECT name || ' ' || count(*) FROM ladder_step WHERE alerts > 0 GROUP BY name ORDER BY 1");
        print("alerts", "SELECT kind || ' ' || state || ' ' || count(*) FROM alert GROUP BY kind, state ORDER BY 1");
        print("notices", "SELECT kind || ' ' || count(*) FROM notice GROUP BY kind ORDER BY 1");
        print(
                "duties",
                "SELECT (checked_in_at IS NOT NULL) || ' ' || count(*) FROM duty GROUP BY checked_in_at IS NOT NULL");
        print("canaries", "SELECT state || ' ' || count(*) FROM canary GROUP BY state ORDER BY 1");
        print(
                "said of the language",
                "SELECT count(*) FROM coverage_publication WHERE language = '" + Staff.LANGUAGE + "'");
        print("waiting", Findings.WAITING);
    }

    private static void print(String what, String sql) {
        System.out.println(what + ": " + String.join(", ", Sql.read(sql)));
    }
}
