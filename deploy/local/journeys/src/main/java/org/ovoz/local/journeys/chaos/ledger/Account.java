package org.ovoz.local.journeys.chaos.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ovoz.contracts.Json;

/** A ledger as it is read afterwards. */
public record Account(Entry.Began began, List<SentText> texts, List<Entry.Struck> faults) {

    public Account {
        texts = List.copyOf(texts);
        faults = List.copyOf(faults);
    }

    /** A last line that was not written to its end is left out: its text was not sent yet, or its outcome is unknown. */
    public static Account read(Path ledger) {
        try {
            String all = Files.readString(ledger);
            return of(all.substring(0, all.lastIndexOf('\n') + 1)
                    .lines()
                    .map(line -> Json.read(line, Entry.class))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Account of(List<Entry> entries) {
        if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Began began)) {
            throw new IllegalArgumentException("a ledger begins with when it began");
        }
        List<Entry.Sending> sent = new ArrayList<>();
        List<Entry.Struck> faults = new ArrayList<>();
        Map<String, Entry.Settled> settled = new HashMap<>();
        for (Entry entry : entries) {
            switch (entry) {
                case Entry.Sending sending -> sent.add(sending);
                case Entry.Settled end -> settled.put(end.message(), end);
                case Entry.Struck struck -> faults.add(struck);
                case Entry.Began first -> {}
            }
        }
        return new Account(
                began,
                sent.stream()
                        .map(one -> new SentText(one, Optional.ofNullable(settled.get(one.message()))))
                        .toList(),
                faults);
    }

    public long count(Outcome outcome) {
        return texts.stream().filter(text -> text.outcome() == outcome).count();
    }
}
