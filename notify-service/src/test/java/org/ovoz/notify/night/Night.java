package org.ovoz.notify.night;

import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;

/**
 * A night with two desks: reports come, people do what people do, lines are tried, phones ring before duties, the provider is away for an
 * hour, the clock goes back once, and three times a desk is killed, once both at the same moment. Time moves in steps; each is over when the desks have nothing left to do.
 */
final class Night {

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration BACK = Duration.ofMinutes(3);
    private static final Duration WORK_DONE_WITHIN = Duration.ofSeconds(60);
    private static final int WRITES_AGAIN_PERCENT = 20;
    private static final String LEFT_TO_DO = """
            SELECT (SELECT count(*) FROM ladder WHERE ended_at IS NULL AND due_at <= ?::timestamptz)
                + (SELECT count(*) FROM alert WHERE (state = 'due' AND due_at <= ?::timestamptz AND kind <> 'call')
                    OR (state = 'sending' AND tried_at > ?::timestamptz))
                + ? - (SELECT count(*) FROM inbox WHERE state = 'applied')""";

    final Staff staff;
    final Map<UUID, Report> reports = new HashMap<>();
    private final Agenda agenda = new Agenda();
    private final Hotline hotline;
    private final Random chance;
    private final NightClock clock;
    private final List<DeskProcess> desks;
    private final Instant begin;
    private final Instant end;
    private long told;
    private Instant killed = Instant.EPOCH;

    Night(long seed, NightClock clock, List<DeskProcess> desks, Duration length) {
        this.chance = new Random(seed);
        this.clock = clock;
        this.desks = desks;
        this.staff = new Staff(chance, agenda);
        this.hotline = new Hotline(chance);
        this.begin = clock.now();
        this.end = begin.plus(length);
    }

    void pass(int reportsToCome) {
        staff.workFrom(begin, end);
        long length = Duration.between(begin, end).toSeconds();
        for (int i = 0; i < reportsToCome; i++) {
            agenda.add(begin.plusSeconds(chance.nextInt((int) length)), this::report);
        }
        agenda.add(begin.plusSeconds(length / 4), () -> kill(desks.get(0)));
        agenda.add(
                begin.plusSeconds(length / 2), () -> DeskSetting.get().carrier().isFailing(true));
        agenda.add(begin.plusSeconds(length / 2 + 1200), () -> kill(desks.get(1)));
        agenda.add(
                begin.plusSeconds(length / 2 + 3600),
                () -> DeskSetting.get().carrier().isFailing(false));
        agenda.add(begin.plusSeconds(length * 3 / 8), () -> clock.goBack(BACK));
        agenda.add(begin.plusSeconds(length * 7 / 8), this::killAll);
        while (clock.now().isBefore(end)) {
            step();
        }
        Instant morning = end.plus(Duration.ofHours(2));
        while (clock.now().isBefore(morning) && waiting() > 0) {
            step();
        }
    }

    private void step() {
        clock.moveTo(clock.now().plus(STEP));
        agenda.doDue(clock.now());
        Awaitility.await("the desks have done what was due")
                .atMost(WORK_DONE_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(15))
                .until(() -> leftToDo() == 0);
        hotline.receive();
        staff.readPhones(clock.now(), reports);
        staff.pickUp(clock.now());
    }

    private void report() {
        Report report = staff.reportNow().receivedAt(clock.now());
        reports.put(report.id().value(), report);
        send(report.received());
        if (chance.nextInt(100) < WRITES_AGAIN_PERCENT) {
            agenda.add(clock.now().plusSeconds(60 + chance.nextInt(3600)), () -> send(report.wroteAgain()));
        }
    }

    private void send(Bus.Sent event) {
        Bus.send(event);
        told++;
    }

    /** In the midst of its work; the other one goes on meanwhile. */
    private void kill(DeskProcess desk) {
        killed = clock.now();
        desk.kill();
        DeskProcess other =
                desks.stream().filter(one -> one != desk).findFirst().orElseThrow();
        RestAssured.port = other.port();
        desk.start();
    }

    /** Five minutes without any. */
    private void killAll() {
        killed = clock.now();
        desks.forEach(DeskProcess::kill);
        clock.moveTo(clock.now().plus(Duration.ofMinutes(5)));
        desks.forEach(DeskProcess::begin);
        desks.forEach(DeskProcess::awaitReady);
    }

    private long leftToDo() {
        String now = clock.now().toString();
        return Long.parseLong(Sql.read(LEFT_TO_DO, now, now, killed.toString(), told + hotline.told())
                .getFirst());
    }

    /** Reports that nobody has opened and no coordinator has been told of. */
    long waiting() {
        return Long.parseLong(Sql.read(Findings.WAITING).getFirst());
    }

    Instant now() {
        return clock.now();
    }
}
