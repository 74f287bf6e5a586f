package org.ovoz.local.carrier.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ovoz.local.carrier.webhooks.Twiml;
import org.w3c.dom.Element;

/**
 * Rooms in which calls meet. A call stays until it ends, or until one with {@code endConferenceOnExit} leaves. Nobody
 * hears anybody: the phones have no sound.
 */
final class Conferences {
    private final Map<String, Map<Call, Seat>> rooms = new LinkedHashMap<>();

    void join(Call call, Element noun, Runnable afterwards) {
        String name = call.parties.account().sid() + "/" + noun.getTextContent().strip();
        boolean endsIt = Boolean.parseBoolean(Twiml.attribute(noun, "endConferenceOnExit", "false"));
        rooms.computeIfAbsent(name, any -> new LinkedHashMap<>()).put(call, new Seat(endsIt, afterwards));
    }

    /** A call ended: its seat is free, and the room is closed if the seat said so. */
    void leave(Call call) {
        for (Map<Call, Seat> room : List.copyOf(rooms.values())) {
            Seat seat = room.remove(call);
            if (seat != null && seat.endsIt()) {
                List<Seat> others = List.copyOf(room.values());
                room.clear();
                others.forEach(other -> other.afterwards().run());
            }
        }
        rooms.values().removeIf(Map::isEmpty);
    }

    int size(String account, String name) {
        return rooms.getOrDefault(account + "/" + name, Map.of()).size();
    }

    void clear() {
        rooms.clear();
    }

    private record Seat(boolean endsIt, Runnable afterwards) {}
}
