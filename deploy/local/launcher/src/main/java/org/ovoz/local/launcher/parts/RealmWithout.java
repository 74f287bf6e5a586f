package org.ovoz.local.launcher.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ovoz.contracts.Json;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.demo.Person;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secrets;

/**
 * The realm without the demo's logins.
 *
 * @param stay whose logins are in it all the same
 */
record RealmWithout(Path file, List<Person> stay) {

    Path writeTo(LocalDirectory directory) {
        Set<String> go = DemoWorld.PEOPLE.stream()
                .filter(person -> !stay.contains(person))
                .map(Person::handle)
                .collect(Collectors.toSet());
        try {
            ObjectNode realm = (ObjectNode) Json.read(Files.readString(file), JsonNode.class);
            realm.withArray("users")
                    .removeIf(user -> go.contains(user.path("username").asText()));
            Path written = directory.in("keycloak-realms").resolve(String.valueOf(file.getFileName()));
            Secrets.write(written, realm.toString());
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
