package org.ovoz.local.journeys.leaks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches bytes for planted words in their usual disguises; what it reports names the word, never repeats it. */
public final class LeakSearch {
    private final Map<String, byte[]> needles = new LinkedHashMap<>();

    /** @param planted the words by the names under which they are reported */
    public LeakSearch(Map<String, String> planted) {
        planted.forEach(
                (name, word) -> Disguises.of(word).forEach((form, bytes) -> needles.put(name + " as " + form, bytes)));
    }

    /** @return what was found there, such as {@code number as hex in desk.cases} */
    public List<String> in(String place, byte[] bytes) {
        return needles.entrySet().stream()
                .filter(needle -> contains(bytes, needle.getValue()))
                .map(needle -> needle.getKey() + " in " + place)
                .toList();
    }

    private static boolean contains(byte[] bytes, byte[] needle) {
        int last = bytes.length - needle.length;
        for (int at = 0; at <= last; at++) {
            if (bytes[at] == needle[0] && matches(bytes, at, needle)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] bytes, int at, byte[] needle) {
        for (int i = 1; i < needle.length; i++) {
            if (bytes[at + i] != needle[i]) {
                return false;
            }
        }
        return true;
    }
}
