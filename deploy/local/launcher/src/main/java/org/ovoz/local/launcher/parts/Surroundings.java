package org.ovoz.local.launcher.parts;

import java.nio.file.Path;
import java.util.List;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.demo.Person;
import org.ovoz.local.servers.postgres.PostgresDatabase;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secrets;

/**
 * What every part needs to know of this run.
 *
 * @param project the root of the checkout, where the built services are
 * @param empty whether nobody is there yet but an administrator, and the line is to be set up in the console
 */
public record Surroundings(Path project, LocalDirectory directory, Ports ports, boolean empty, Purpose purpose) {

    /** Who has a login from the start. */
    public List<Person> people() {
        return empty
                ? DemoWorld.PEOPLE.stream()
                        .filter(person -> person.account().role().equals("admin"))
                        .toList()
                : DemoWorld.PEOPLE;
    }

    public Secrets secrets() {
        return new Secrets(directory.in("secrets"));
    }

    public PostgresDatabase intakeDatabase() {
        return database(Port.POSTGRES, "intake");
    }

    public PostgresDatabase deskDatabase() {
        return database(Port.POSTGRES, "desk");
    }

    public PostgresDatabase shredDatabase() {
        return database(Port.SHRED, "shred");
    }

    public String kafka() {
        return "localhost:" + ports.of(Port.KAFKA);
    }

    public String realm() {
        return ports.http(Port.KEYCLOAK) + "/realms/" + Servers.REALM;
    }

    private PostgresDatabase database(Port port, String name) {
        return PostgresDatabase.local(ports.of(port), name, name, secrets().password("database-" + name));
    }
}
