package org.ovoz.local.launcher.parts;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.PortTaken;

/** Which port each part takes in this run. */
public final class Ports {
    private static final int HIGHEST = 65535;

    private final Map<Port, Integer> chosen;

    private Ports(Map<Port, Integer> chosen) {
        this.chosen = chosen;
    }

    /** The defaults, or what {@code OVOZ_PORT_...} says. */
    public static Ports configured(Map<String, String> environment) {
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String wanted = environment.get(port.variable());
            chosen.put(port, wanted == null ? port.usual() : parse(port, wanted));
        }
        return new Ports(chosen);
    }

    /** Free ones, for a stack beside a running one; those of this directory's last run again where they are free. */
    public static Ports automatic(Map<String, Integer> before) {
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        Iterator<Integer> free = FreePorts.some(Port.values().length).iterator();
        for (Port port : Port.values()) {
            int any = free.next();
            chosen.put(
                    port,
                    Optional.ofNullable(before.get(port.name()))
                            .filter(FreePorts::isFree)
                            .orElse(any));
        }
        return new Ports(chosen);
    }

    public int of(Port port) {
        return Optional.ofNullable(chosen.get(port)).orElseThrow();
    }

    public String http(Port port) {
        return "http://localhost:" + of(port);
    }

    /** What is in the way, one sentence each; nothing if all are free. */
    public List<String> obstacles() {
        return Stream.of(Port.values())
                .filter(port -> !FreePorts.isFree(of(port)))
                .map(port ->
                        new PortTaken(of(port), port.purpose()).getMessage() + "; " + port.variable() + " sets another")
                .toList();
    }

    public Map<Port, Integer> all() {
        return Map.copyOf(chosen);
    }

    private static int parse(Port port, String wanted) {
        try {
            int number = Integer.parseInt(wanted.trim());
            if (number > 0 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(port.variable() + " is not a port: " + wanted, e);
        }
        throw new IllegalArgumentException(port.variable() + " is not a port: " + wanted);
    }
}
