package org.ovoz.notify.night;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Order;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.StaffWebhook;
import org.ovoz.notify.setting.Team;
import org.ovoz.notify.shift.Planning;

/**
 * Who is there in the night: pairs on shift for two hours each, half an hour with nobody, one who is ill, a team that steps in, and
 * coordinators who sleep. Whoever reads an alert ignores it, acknowledges and forgets, claims and forgets, or acts.
 */
final class Staff {

    private static final Duration SHIFT = Duration.ofHours(2);
    private static final Duration NOBODY_BEFORE_THE_LAST = Duration.ofMinutes(30);
    private static final int IGNORES = 40;
    private static final int FORGETS_ACKNOWLEDGED = 55;
    private static final int FORGETS_CLAIMED = 65;
    private static final int SLEEPS = 60;
    private static final int MISSES_CHECK_IN = 25;
    private static final int CLAIMS_BY_KEY = 70;
    private static final int ALL = 100;

    /** What the team reads. */
    static final String LANGUAGE = "uz-Latn";

    /** Who does what with an alert, counted. */
    final Map<String, Integer> deeds = new HashMap<>();

    private final Random chance;
    private final Agenda agenda;
    private final Map<String, Person> byNumber = new HashMap<>();
    private final Map<String, Report> byShortId = new HashMap<>();
    private final List<Person> responders = new ArrayList<>();
    private final Person ill;
    final Team team = Team.aTeam();
    final Team stepsIn = Team.aTeam();
    private final Planning planning;
    private int read;
    private int rung;

    Staff(Random chance, Agenda agenda) {
        this.chance = chance;
        this.agenda = agenda;
        for (int i = 0; i < 6; i++) {
            responders.add(known(Person.aResponderOffCallOf(team)));
        }
        ill = responders.get(2);
        Sql.change(
                "UPDATE team SET escalation = true WHERE id = ?", stepsIn.id().value());
        known(Person.aResponderOf(stepsIn));
        known(Person.aResponderOf(stepsIn));
        planning = Planning.by(known(Person.aCoordinatorOf(team)));
        known(Person.aCoordinatorOf(team));
    }

    private Person known(Person person) {
        person.withATelephone();
        byNumber.put(person.sms(), person);
        Api.as(person).get("/api/v1/me").then().statusCode(200);
        return person;
    }

    /** Two at a time from the beginning to the end, rung for beforehand; nobody for half an hour before the last two come. */
    void workFrom(Instant begin, Instant end) {
        Instant from = begin;
        for (int pair = 0; from.isBefore(end); pair++) {
            boolean last = !from.plus(SHIFT).isBefore(end);
            Instant starts = last ? from.plus(NOBODY_BEFORE_THE_LAST) : from;
            for (int i = 0; i < 2; i++) {
                Person person = responders.get((pair * 2 + i) % responders.size());
                planning.extra(person, starts, Duration.between(starts, from.plus(SHIFT)))
                        .then()
                        .statusCode(204);
            }
            from = from.plus(SHIFT);
        }
    }

    Report reportNow() {
        Report report = Report.to(team).escalatingTo(stepsIn);
        return chance.nextInt(ALL) < 20 ? report.ofSomebodyInDanger() : report;
    }

    /** Everybody looks at what has come to the phones since. */
    void readPhones(Instant now, Map<UUID, Report> reports) {
        List<FakeCarrier.Accepted> texts = DeskSetting.get().carrier().accepted();
        for (; read < texts.size(); read++) {
            FakeCarrier.Accepted text = texts.get(read);
            Person person = byNumber.get(text.to());
            if (person != null && text.body().matches(Findings.ALERT)) {
                decide(person, text.body().substring(0, 4), text.body().substring(7), now, reports);
            }
        }
    }

    /** Everybody whose telephone rings picks it up, or not. */
    void pickUp(Instant now) {
        List<FakeCarrier.Called> calls = DeskSetting.get().carrier().rung();
        for (; rung < calls.size(); rung++) {
            FakeCarrier.Called call = calls.get(rung);
            int what = chance.nextInt(ALL);
            int sleeps = isCheckIn(call) ? MISSES_CHECK_IN : SLEEPS;
            if (call.to().equals(ill.sms()) || what < sleeps) {
                agenda.add(now.plusSeconds(20), () -> tell(call, "no-answer", "did not pick up"));
            } else {
                String key = what < CLAIMS_BY_KEY ? "2" : "1";
                agenda.add(now.plusSeconds(10), () -> press(call, key));
            }
        }
    }

    private static boolean isCheckIn(FakeCarrier.Called call) {
        String alert = call.script().replaceAll(".*alert=([0-9a-f-]+).*", "$1");
        return Sql.read("SELECT purpose FROM alert WHERE id = ?", UUID.fromString(alert))
                .contains("check-in");
    }

    private void press(FakeCarrier.Called call, String key) {
        StaffWebhook.post(call.script().replace("/call?", "/call/key?"), form(call, "in-progress", key))
                .then()
                .statusCode(200);
        tell(call, "completed", "pressed " + key);
    }

    private void tell(FakeCarrier.Called call, String status, String deed) {
        StaffWebhook.post(call.statusCallback(), form(call, status, "")).then().statusCode(204);
        count(deed);
    }

    private static Map<String, String> form(FakeCarrier.Called call, String status, String digits) {
        return Map.of(
                "CallSid",
                "CA" + "0".repeat(32),
                "AccountSid",
                FakeCarrier.ACCOUNT,
                "From",
                call.from(),
                "To",
                call.to(),
                "CallStatus",
                status,
                "Digits",
                digits);
    }

    private void decide(Person person, String shortId, String token, Instant now, Map<UUID, Report> reports) {
        int what = chance.nextInt(ALL);
        Instant soon = now.plusSeconds(60 + chance.nextInt(120));
        if (person.equals(ill) || person.team() != team && chance.nextBoolean() || what < IGNORES) {
            count("ignored");
        } else if (what < FORGETS_ACKNOWLEDGED) {
            agenda.add(soon, () -> answer(person, token, "acknowledged and forgot"));
        } else if (what < FORGETS_CLAIMED) {
            agenda.add(soon, () -> answer(person, token + " 2", "claimed by text and forgot"));
        } else {
            agenda.add(soon, () -> act(person, report(shortId, reports)));
        }
    }

    private Report report(String shortId, Map<UUID, Report> reports) {
        return byShortId.computeIfAbsent(
                shortId,
                unknown ->
                        reports.get(UUID.fromString(Sql.read("SELECT id FROM report_case WHERE short_id = ?", unknown)
                                .getFirst())));
    }

    private void answer(Person person, String text, String deed) {
        StaffWebhook.text(person.sms(), text).then().statusCode(200);
        count(deed);
    }

    private void act(Person person, Report report) {
        int claimed = Api.as(person).post(report.path() + "/claim").statusCode();
        if (claimed != 200) {
            count("came too late");
            return;
        }
        count("claimed");
        agenda.add(MovableClock.now().plusSeconds(60), () -> read(person, report));
    }

    private void read(Person person, Report report) {
        Order.of(OrderAction.FETCH, report, person.team())
                .by(person, report)
                .then()
                .statusCode(200);
        count("read");
    }

    private void count(String deed) {
        deeds.merge(deed, 1, Integer::sum);
    }
}
