package org.ovoz.local.carrier.phones;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The texts of one phone, oldest first. */
final class History {
    private final SequencedMap<String, PhoneText> texts = new LinkedHashMap<>();

    void add(PhoneText text) {
        texts.put(key(text.direction(), text.id()), text);
    }

    void dropOldest() {
        texts.pollFirstEntry();
    }

    /** What became of a text that was sent; false when there is none, or that is known. */
    boolean settle(String id, String status) {
        String key = key(PhoneText.Direction.SENT, id);
        PhoneText text = texts.get(key);
        if (text == null || text.status().equals(status)) {
            return false;
        }
        texts.replace(key, text.withStatus(status));
        return true;
    }

    List<PhoneText> last(int most) {
        return texts.sequencedValues().reversed().stream().limit(most).toList().reversed();
    }

    int size() {
        return texts.size();
    }

    /** A phone that texts itself has the same message twice. */
    private static String key(PhoneText.Direction direction, String id) {
        return direction + id;
    }
}
