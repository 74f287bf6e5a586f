package org.ovoz.local.carrier.phones;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All phones there are, and their last 50,000 texts; the journal keeps the older ones too. Used on the event loop only.
 */
public final class Phones {
    private static final int MOST_TEXTS = 50_000;

    private final Map<String, Phone> phones = new LinkedHashMap<>();
    private final Map<String, History> histories = new HashMap<>();
    private final Deque<String> owners = new ArrayDeque<>();
    private final Journal journal;
    private final Changes changes;

    public Phones(List<Phone> known, Journal journal, Changes changes) {
        this.journal = journal;
        this.changes = changes;
        known.forEach(phone -> phones.put(phone.number(), phone));
        journal.read(this::keep, (number, id, status) -> history(number).settle(id, status));
    }

    public void put(Phone phone) {
        phones.put(phone.number(), phone);
        changes.elsewhere();
    }

    public Optional<Phone> phone(String number) {
        return Optional.ofNullable(phones.get(number));
    }

    public Collection<Phone> all() {
        return phones.values();
    }

    public List<PhoneText> texts(String number) {
        return history(number).last(Integer.MAX_VALUE);
    }

    public List<PhoneText> lastTexts(String number, int most) {
        return history(number).last(most);
    }

    public int textsOf(String number) {
        return history(number).size();
    }

    /** The phone shows this text from now on; a number without a phone shows nothing to anybody. */
    public void show(String number, PhoneText text) {
        if (phones.containsKey(number)) {
            keep(number, text);
            journal.append(number, text);
            changes.of(number);
        }
    }

    /** What became of a text that the phone sent. */
    public void settle(String number, String id, String status) {
        if (history(number).settle(id, status)) {
            journal.append(number, id, status);
            changes.of(number);
        }
    }

    public void clear() {
        histories.clear();
        owners.clear();
        journal.clear();
        changes.elsewhere();
    }

    private void keep(String number, PhoneText text) {
        history(number).add(text);
        owners.add(number);
        if (owners.size() > MOST_TEXTS) {
            history(owners.removeFirst()).dropOldest();
        }
    }

    private History history(String number) {
        return histories.computeIfAbsent(number, any -> new History());
    }
}
