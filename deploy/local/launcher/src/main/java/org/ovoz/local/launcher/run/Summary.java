package org.ovoz.local.launcher.run;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.demo.Person;
import org.ovoz.local.launcher.parts.Servers;

/** What stands on the screen once everything is up: where to go, and as whom. */
record Summary(Map<String, URI> addresses, Servers servers, List<Person> people, String next, Figures figures) {

    String text() {
        return """

            Ovoz is up, after %.1f s. Ctrl-C stops it.

              Phones (text the hotline, %s)   %s
              Console for responders                    %s
              Mails that were sent                      %s
              Where the carrier calls the hotline       %s
              API of the desk                           %s
              Keycloak                                  %s

            Demo accounts
            %s
            %s

            Parts       ready after   memory
            %s
            """.formatted(
                        figures.total().toMillis() / 1000.0,
                        DemoWorld.HOTLINE,
                        addresses.get("carrier"),
                        addresses.get("console"),
                        addresses.get("mailbox"),
                        addresses.get("intake"),
                        addresses.get("desk"),
                        addresses.get("realm"),
                        people.stream().map(this::account).collect(Collectors.joining("\n")),
                        next,
                        parts());
    }

    private String account(Person person) {
        return "  %-8s %s   %-11s %-6s %-13s %s"
                .formatted(
                        person.handle(),
                        servers.demoPassword(person).value(),
                        person.account().role(),
                        person.organisation(),
                        person.number(),
                        person.teams().stream().map(Object::toString).collect(Collectors.joining(", ")))
                .stripTrailing();
    }

    private String parts() {
        return figures.took().keySet().stream()
                .sorted()
                .map(name -> String.format(
                        Locale.ROOT,
                        "  %-10s %8.1f s %5d MiB",
                        name,
                        figures.took().getOrDefault(name, Duration.ZERO).toMillis() / 1000.0,
                        figures.mebibytes().getOrDefault(name, 0L)))
                .collect(Collectors.joining("\n"));
    }
}
