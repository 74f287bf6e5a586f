package org.ovoz.local.journeys.bench;

import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ovoz.local.journeys.phones.SignedWebhook;
import org.ovoz.local.journeys.stack.Stack;

/** Texts to the hotline that nobody sent before, signed. */
final class Texts {
    /** An ordinary first text, in a language that two teams get. */
    private static final String BODY = "Yordam kerak, bizni doʻkonda ushlab turishibdi, pasportimni olib qoʻyishgan";

    private static final List<String> AREAS =
            List.of("212", "213", "312", "404", "415", "503", "617", "702", "718", "808");

    private static final int FIRST_NUMBER = 2_000;
    private static final int NUMBERS_OF_AREA = 8_000;

    private final Stack stack;
    private final RandomGenerator random;
    private int numbers;

    Texts(Stack stack, RandomGenerator random) {
        this.stack = stack;
        this.random = random;
    }

    /**
     * Each from a number of its own, so that each opens a report.
     *
     * @throws IndexOutOfBoundsException after 80,000
     */
    List<Sent> opening(int count) {
        return IntStream.range(0, count).mapToObj(n -> text(number())).toList();
    }

    /** All from these numbers, one after the other. */
    List<Sent> goingOn(List<String> numbers, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> text(numbers.get(n % numbers.size())))
                .toList();
    }

    /** @param message the carrier's id of it */
    record Sent(String message, String from, RawRequest request) {}

    private Sent text(String from) {
        String message =
                "SM" + new UUID(random.nextLong(), random.nextLong()).toString().replace("-", "");
        return new Sent(message, from, RawRequest.of(SignedWebhook.of(message, from, BODY, stack)));
    }

    /** No two alike: area codes one after the other, the exchange that is given to nobody. */
    private String number() {
        int number = numbers++;
        return "+1" + AREAS.get(number / NUMBERS_OF_AREA) + "555" + (FIRST_NUMBER + number % NUMBERS_OF_AREA);
    }
}
