package org.ovoz.local.journeys.chaos.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Which faults come in which order: the same seed gives the same plan. */
public final class FaultPlan {
    private static final List<String> ON_THE_WAY = List.of("intake", "desk", "kafka", "postgres", "shred");
    private static final List<String> SERVICES = List.of("intake", "desk");
    private static final String LOGIN = "keycloak";
    private static final Duration LONGEST_FREEZE = Duration.ofSeconds(30);
    private static final Duration SHORT_FREEZE = Duration.ofSeconds(3);

    private FaultPlan() {}

    /** A round holds every kind of fault for every part, freezes of 5 to 30 s. No part is struck twice in a row. */
    public static List<Fault> rounds(long seed, int rounds) {
        Random random = new Random(seed);
        List<Fault> all = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            List<Fault> round = new ArrayList<>();
            ON_THE_WAY.forEach(part -> round.add(Fault.kill(part)));
            ON_THE_WAY.forEach(part -> round.add(
                    Fault.freeze(part, Duration.ofSeconds(random.nextLong(5, LONGEST_FREEZE.toSeconds() + 1)))));
            SERVICES.forEach(part -> round.add(Fault.end(part)));
            round.add(Fault.kill(LOGIN));
            all.addAll(shuffled(round, all.isEmpty() ? "" : all.getLast().part(), random));
        }
        return List.copyOf(all);
    }

    /** One fault of each kind, each of the parts that matter most killed once. */
    public static List<Fault> brief(long seed) {
        Random random = new Random(seed);
        List<Fault> all = new ArrayList<>();
        List.of("intake", "desk", "kafka", "postgres").forEach(part -> all.add(Fault.kill(part)));
        all.add(Fault.freeze(any(ON_THE_WAY, random), SHORT_FREEZE));
        all.add(Fault.end(any(SERVICES, random)));
        return shuffled(all, "", random);
    }

    private static List<Fault> shuffled(List<Fault> faults, String before, Random random) {
        List<Fault> order = new ArrayList<>(faults);
        do {
            Collections.shuffle(order, random);
        } while (strikesTwiceInARow(order, before));
        return List.copyOf(order);
    }

    private static boolean strikesTwiceInARow(List<Fault> order, String before) {
        String last = before;
        for (Fault fault : order) {
            if (fault.part().equals(last)) {
                return true;
            }
            last = fault.part();
        }
        return false;
    }

    private static String any(List<String> parts, Random random) {
        return parts.get(random.nextInt(parts.size()));
    }
}
