package org.ovoz.notify.dispatch.climb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ovoz.notify.setting.Eventually;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;

/** What the desk's database has of a report's ladder. */
record Ladder(Report report) {

    /** As in {@code 1 first}, in the order in which they were climbed; those on which there was nobody are left out. */
    List<String> steps() {
        return Sql.read("""
                SELECT s.round || ' ' || s.name FROM ladder_step s JOIN ladder l ON l.id = s.ladder
                WHERE l.report_id = ? AND s.alerts > 0 ORDER BY s.round, s.at, s.rung""", report.id().value());
    }

    void awaitSteps(String... steps) {
        Eventually.so(() -> assertThat(steps()).containsExactly(steps));
    }

    /** Handle and way, in the order of rungs. */
    List<String> alerts() {
        return Sql.read("""
                SELECT p.handle || ' ' || a.kind FROM alert a JOIN person p ON p.id = a.person
                WHERE a.report_id = ? ORDER BY a.round, a.rung, a.created_at, p.handle, a.kind""", report.id().value());
    }

    String token(Person person) {
        Eventually.so(() -> assertThat(tokens(person)).isNotEmpty());
        return tokens(person).getLast();
    }

    private List<String> tokens(Person person) {
        return Sql.read("""
                SELECT a.token FROM alert a JOIN person p ON p.id = a.person
                WHERE a.report_id = ? AND p.handle = ? AND a.kind = 'sms' AND a.state <> 'due' AND a.state <> 'sending'
                ORDER BY a.created_at""", report.id().value(), person.handle());
    }

    String ended() {
        return String.join(
                "",
                Sql.read(
                        "SELECT ended FROM ladder WHERE report_id = ? AND ended IS NOT NULL",
                        report.id().value()));
    }

    boolean rests() {
        return Sql.read(
                                "SELECT id FROM ladder WHERE report_id = ? AND round = 2 AND rung = 0",
                                report.id().value())
                        .size()
                == 1;
    }

    boolean paused() {
        return Sql.read(
                                "SELECT id FROM ladder WHERE report_id = ? AND ended_at IS NULL AND paused",
                                report.id().value())
                        .size()
                == 1;
    }
}
