package org.ovoz.notify.night;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Topics;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.Sql;

/** What a night left in the desk's database and on the phones. */
final class Findings {

    /** What the reporter wrote that nobody has read, and of which no coordinator was told since. */
    static final String WAITING = """
            SELECT count(*) FROM report_case c WHERE c.read_by IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM alert a JOIN person p ON p.id = a.person AND 'coordinator' = ANY (p.roles)
                WHERE a.report_id = c.id AND a.state IN ('sent', 'delivered') AND a.tried_at >= c.last_wrote_at)""";

    /** What the text of an alert looks like: the report's short id, its priority, the token. */
    static final String ALERT = "[0-9A-Z]{4}-[12] [0-9]{6}";

    private static final String STEPS = """
            SELECT p.sms || ' ' || a.text || '=' || a.ladder || ' ' || a.round || ' ' || a.rung || ' ' || a.person
            FROM alert a JOIN person p ON p.id = a.person
            WHERE a.token IS NOT NULL AND a.ladder IS NOT NULL AND a.cause NOT IN (SELECT id FROM inbox)""";

    private Findings() {}

    /** Texts that came twice; a token is one alert's. */
    static List<String> doubled() {
        Map<String, Integer> times = new HashMap<>();
        DeskSetting.get()
                .carrier()
                .accepted()
                .forEach(text -> times.merge(text.to() + " " + text.body(), 1, Integer::sum));
        times.keySet().removeIf(text -> !text.matches(".* " + ALERT));
        return moreThanOnce(times);
    }

    /** Texts on the phones that told one person of one rung in one round more than once; what told of a message is no rung. */
    static List<String> repeated() {
        Map<String, String> steps = Sql.read(STEPS).stream()
                .map(row -> row.split("=", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one));
        Map<String, Integer> times = new HashMap<>();
        for (FakeCarrier.Accepted text : DeskSetting.get().carrier().accepted()) {
            if (text.body().matches(ALERT)) {
                String step = steps.get(text.to() + " " + text.body());
                times.merge(step == null ? "message" : step, 1, Integer::sum);
            }
        }
        times.remove("message");
        return moreThanOnce(times);
    }

    /** Calls that were placed twice for one alert. */
    static List<String> rungTwice() {
        Map<String, Integer> times = new HashMap<>();
        DeskSetting.get().carrier().rung().forEach(call -> times.merge(call.script(), 1, Integer::sum));
        return moreThanOnce(times);
    }

    /** Duties that began without that a phone rang for them. */
    static List<String> notRungFor(Instant now) {
        return Sql.read(
                "SELECT id FROM duty WHERE called_at IS NULL AND cancelled_at IS NULL AND starts_at <= ?::timestamptz",
                now.toString());
    }

    /** Canaries that were texted twice. */
    static List<String> doubledCanaries() {
        Map<String, Integer> times = new HashMap<>();
        Hotline.texts().forEach(text -> times.merge(text.body(), 1, Integer::sum));
        return moreThanOnce(times);
    }

    /** What intake was told of a language twice, with nothing else between. One that was sent twice under one id counts once. */
    static List<String> saidTwice() {
        List<String> twice = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        String before = "";
        for (ConsumerRecord<String, byte[]> said : Bus.read(Topics.COVERAGE, Staff.LANGUAGE)) {
            LanguageCoverage coverage =
                    Json.read(new String(said.value(), StandardCharsets.UTF_8), LanguageCoverage.class);
            String content = coverage.readNow() + " " + coverage.nextFrom() + " " + coverage.until();
            if (ids.add(new String(said.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                    && content.equals(before)) {
                twice.add(coverage.at() + " " + content);
            }
            before = content;
        }
        return twice;
    }

    private static List<String> moreThanOnce(Map<String, Integer> times) {
        return times.entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(one -> one.getValue() + " x " + one.getKey())
                .toList();
    }

    /** Calls to one person that lie closer together than five minutes. */
    static List<String> hastyCalls() {
        return Sql.read("""
                SELECT person || ' ' || tried_at FROM (
                    SELECT person, tried_at, lag(tried_at) OVER (PARTITION BY person ORDER BY tried_at) AS before
                    FROM alert WHERE kind = 'call' AND tried_at IS NOT NULL AND attempts = 1) calls
                WHERE tried_at - before < interval '5 minutes'""");
    }

    /** From a report's arrival to the first text that a carrier took for it, or to its opening. */
    static String times() {
        Map<String, Instant> firstText = new HashMap<>();
        for (FakeCarrier.Accepted text : DeskSetting.get().carrier().accepted()) {
            if (text.body().length() > 4) {
                firstText.putIfAbsent(text.body().substring(0, 4), text.at());
            }
        }
        double[] alerted =
                Sql.read("SELECT short_id || ' ' || extract(epoch FROM received_at) FROM report_case").stream()
                        .map(row -> row.split(" "))
                        .filter(row -> firstText.containsKey(row[0]))
                        .mapToDouble(row -> firstText.get(row[0]).toEpochMilli() / 1000.0 - Double.parseDouble(row[1]))
                        .toArray();
        double[] opened =
                Sql.read("""
                SELECT extract(epoch FROM first_opened_at - received_at) FROM report_case WHERE first_opened_at IS NOT NULL""").stream().mapToDouble(Double::parseDouble).toArray();
        double[] anyWay =
                Sql.read("""
                SELECT extract(epoch FROM min(a.tried_at) - c.received_at) FROM alert a JOIN report_case c ON c.id = a.report_id
                WHERE a.state IN ('sent', 'delivered') GROUP BY c.id""").stream().mapToDouble(Double::parseDouble).toArray();
        return String.join(
                System.lineSeparator(),
                "alerted by text   " + percentiles(alerted),
                "alerted, any way  " + percentiles(anyWay),
                "opened            " + percentiles(opened));
    }

    private static String percentiles(double[] seconds) {
        Arrays.sort(seconds);
        return seconds.length == 0
                ? "never"
                : "p50 %s, p90 %s, p95 %s, at most %s (%d reports)"
                        .formatted(
                                at(seconds, 0.5), at(seconds, 0.9), at(seconds, 0.95), at(seconds, 1), seconds.length);
    }

    private static String at(double[] sorted, double share) {
        int place = (int) Math.ceil(share * sorted.length) - 1;
        Duration time = Duration.ofSeconds(Math.round(sorted[Math.max(0, place)]));
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }
}
