package org.ovoz.local.journeys.chaos.generator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Who texts what and when: the same seed gives the same plan. Its MessageSids are the seed's, so a seed is played once on the same
 * data.
 */
public record Plan(List<String> senders, List<PlannedText> texts) {
    private static final int FIRST_NUMBER = 2_000;
    private static final int MOST_SENDERS = 8_000;
    private static final int NEW_SENDERS_OF_100 = 35;
    private static final int SID_BYTES = 16;
    private static final List<String> WORDS = List.of(
            "Yordam kerak, bizni ishlatishyapti, pasportimizni olib qoʻyishdi. Xona %d.",
            "Нам не платят и не отпускают, паспорта забрали. Комната %d.",
            "Bu yerdan chiqarishmayapti, pul bermaydi, qoʻrqyapmiz. Eshikdagi raqam %d.");

    public Plan {
        senders = List.copyOf(senders);
        texts = List.copyOf(texts);
    }

    /** @param perSecond texts due in a second, evenly */
    public static Plan of(long seed, int perSecond, Duration length) {
        RandomGenerator random = new SplittableRandom(seed);
        int count = Math.toIntExact(length.toMillis() * perSecond / 1_000);
        List<String> senders = new ArrayList<>();
        List<Integer> written = new ArrayList<>();
        List<PlannedText> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int sender = sender(random, senders, written);
            int place = written.get(sender);
            written.set(sender, place + 1);
            Duration due = Duration.ofNanos(i * 1_000_000_000L / perSecond);
            texts.add(new PlannedText(
                    due, senders.get(sender), place, sid(random), words(random, i), Manner.any(random)));
        }
        return new Plan(senders, texts);
    }

    private static int sender(RandomGenerator random, List<String> senders, List<Integer> written) {
        boolean isNew = senders.isEmpty() || random.nextInt(100) < NEW_SENDERS_OF_100;
        if (isNew && senders.size() < MOST_SENDERS) {
            senders.add("+1202555" + (FIRST_NUMBER + senders.size()));
            written.add(0);
            return senders.size() - 1;
        }
        return random.nextInt(senders.size());
    }

    private static String sid(RandomGenerator random) {
        byte[] bytes = new byte[SID_BYTES];
        random.nextBytes(bytes);
        return "SM" + HexFormat.of().formatHex(bytes);
    }

    private static String words(RandomGenerator random, int number) {
        return String.format(java.util.Locale.ROOT, WORDS.get(random.nextInt(WORDS.size())), number);
    }
}
