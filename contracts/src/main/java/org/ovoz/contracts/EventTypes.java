package org.ovoz.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.contracts.desk.DeskEvent;
import org.ovoz.contracts.report.ReportEvent;

/** The CloudEvents `type` of every event: {@code org.ovoz.<RecordName>.v1}. */
public final class EventTypes {

    private static final Map<String, Class<?>> BY_NAME = Stream.of(ReportEvent.class, DeskEvent.class)
            .map(Class::getPermittedSubclasses)
            .flatMap(Arrays::stream)
            .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));

    private EventTypes() {}

    public static String nameOf(Class<?> event) {
        return "org.ovoz." + event.getSimpleName() + ".v1";
    }

    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }

    /** @throws MalformedContractException for a type or a payload this version does not know */
    public static <E> E read(String type, String json, Class<E> family) {
        Class<?> event = BY_NAME.get(type);
        if (event == null || !family.isAssignableFrom(event)) {
            throw new MalformedContractException(family);
        }
        return family.cast(Json.read(json, event));
    }
}
