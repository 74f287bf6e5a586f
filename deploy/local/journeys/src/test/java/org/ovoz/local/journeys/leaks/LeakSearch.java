package org.ovoz.local.journeys.leaks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches bytes for planted words in their usual disguises, for all of them at once; what it reports names the word, never repeats it. */
public final class LeakSearch {
    private static final int CHUNK = 1 << 16;

    private static final byte[] ZEROS = new byte[2 * CHUNK];

    /** Needles by their first two bytes. */
    private final @Nullable List<Needle>[] byBeginning;

    private final int longest;

    private record Needle(String name, byte[] bytes) {}

    /** @param planted the words by the names under which they are reported */
    public LeakSearch(Map<String, String> planted) {
        List<Needle> needles = new ArrayList<>();
        planted.forEach((name, word) -> distinct(Disguises.of(word))
                .forEach((form, bytes) -> needles.add(new Needle(name + " as " + form, bytes))));
        this.byBeginning = newTable();
        for (Needle needle : needles) {
            int beginning = beginning(needle.bytes(), 0);
            List<Needle> same = byBeginning[beginning];
            if (same == null) {
                same = new ArrayList<>();
                byBeginning[beginning] = same;
            }
            same.add(needle);
        }
        this.longest =
                needles.stream().mapToInt(needle -> needle.bytes().length).max().orElseThrow();
    }

    /** @return what was found there, such as {@code number as hex in desk.cases} */
    public List<String> in(String place, byte[] bytes) {
        return in(place, new ByteArrayInputStream(bytes));
    }

    /** Reads to the end and leaves the stream open. */
    public List<String> in(String place, InputStream stream) {
        Set<String> found = new LinkedHashSet<>();
        byte[] window = new byte[CHUNK + longest];
        int kept = 0;
        try {
            for (int read = stream.readNBytes(window, 0, CHUNK);
                    read > 0;
                    read = stream.readNBytes(window, kept, CHUNK)) {
                int end = kept + read;
                if (!isEmpty(window, end)) {
                    search(window, end, found);
                }
                kept = Math.min(longest - 1, end);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(place + " cannot be read", e);
        }
        return found.stream().map(needle -> needle + " in " + place).toList();
    }

    /** As most of a file is that was made larger than what is in it. */
    private static boolean isEmpty(byte[] window, int end) {
        return Arrays.equals(window, 0, end, ZEROS, 0, end);
    }

    private void search(byte[] window, int end, Set<String> found) {
        for (int at = 0; at < end - 1; at++) {
            List<Needle> candidates = byBeginning[beginning(window, at)];
            if (candidates != null) {
                for (Needle needle : candidates) {
                    if (stands(needle.bytes(), window, at, end)) {
                        found.add(needle.name());
                    }
                }
            }
        }
    }

    private static boolean stands(byte[] needle, byte[] window, int at, int end) {
        if (at + needle.length > end) {
            return false;
        }
        for (int i = 2; i < needle.length; i++) {
            if (window[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    /** Without forms in which this word looks as in an earlier one. */
    private static Map<String, byte[]> distinct(Map<String, byte[]> forms) {
        Map<String, byte[]> distinct = new LinkedHashMap<>();
        forms.forEach((form, bytes) -> {
            if (distinct.values().stream().noneMatch(known -> Arrays.equals(known, bytes))) {
                distinct.put(form, bytes);
            }
        });
        return distinct;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable List<Needle>[] newTable() {
        return new List[1 << 16];
    }
}
