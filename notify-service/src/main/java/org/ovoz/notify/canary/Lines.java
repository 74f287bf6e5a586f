package org.ovoz.notify.canary;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/** The lines that are tried. */
@Singleton
class Lines {

    private static final String PREFIX = "line-";

    private final List<String> numbers;

    Lines(CanarySettings settings) {
        this.numbers = settings.lines().orElse(List.of());
    }

    List<String> names() {
        return IntStream.rangeClosed(1, numbers.size())
                .mapToObj(place -> PREFIX + place)
                .toList();
    }

    String number(String name) {
        return numbers.get(Integer.parseInt(name.substring(PREFIX.length())) - 1);
    }
}
