package org.ovoz.local.journeys.desk;

import java.util.function.BiConsumer;

/** Lines of {@code text/event-stream} into events: their name and their data. */
final class ServerSentEvents {
    private final BiConsumer<String, String> sink;
    private final StringBuilder data = new StringBuilder();
    private String name = "message";

    ServerSentEvents(BiConsumer<String, String> sink) {
        this.sink = sink;
    }

    void line(String line) {
        if (line.isEmpty()) {
            dispatch();
        } else if (line.startsWith("event:")) {
            name = line.substring("event:".length()).strip();
        } else if (line.startsWith("data:")) {
            data.append(line.substring("data:".length()).strip()).append('\n');
        }
    }

    private void dispatch() {
        if (!data.isEmpty()) {
            sink.accept(name, data.toString().stripTrailing());
        }
        data.setLength(0);
        name = "message";
    }
}
