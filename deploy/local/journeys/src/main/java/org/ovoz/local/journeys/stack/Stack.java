package org.ovoz.local.journeys.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.order.KeyFile;

/** A running local stack: its addresses, phones and people, as the launcher wrote them into {@code stack.json}. */
public final class Stack {
    private final Path directory;
    private final JsonNode written;

    private Stack(Path directory, JsonNode written) {
        this.directory = directory;
        this.written = written;
    }

    /** The stack of {@code OVOZ_LOCAL_DIR}, or of {@code .local} below the working directory. */
    public static Stack ofEnvironment() {
        String directory = System.getenv("OVOZ_LOCAL_DIR");
        return in(Path.of(directory == null ? ".local" : directory));
    }

    /** @throws IllegalStateException when no stack was started there */
    public static Stack in(Path directory) {
        Path file = directory.resolve("stack.json");
        try {
            return new Stack(directory, Json.read(Files.readString(file), JsonNode.class));
        } catch (IOException e) {
            throw new IllegalStateException("no stack.json in " + directory + "; is `make run` up?", e);
        }
    }

    public Path directory() {
        return directory;
    }

    public URI intake() {
        return address("intake");
    }

    /** Where intake shows its metrics. */
    public URI intakeManagement() {
        return address("intakeManagement");
    }

    public URI desk() {
        return address("desk");
    }

    public URI console() {
        return address("console");
    }

    public URI realm() {
        return address("realm");
    }

    public URI carrier() {
        return address("carrier");
    }

    public URI mailbox() {
        return address("mailbox");
    }

    public String hotline() {
        return text(written, "hotline");
    }

    /** The databases' addresses and logins, by name. */
    public JsonNode databases() {
        return written.required("databases");
    }

    /** Bootstrap servers. */
    public String kafka() {
        return text(written, "kafka");
    }

    /** The hotline's account with the carrier: its id. */
    public String carrierAccount() {
        return text(written.path("carrierAccount"), "sid");
    }

    /** What the carrier signs its webhooks with. */
    public String carrierToken() {
        return text(written.path("carrierAccount"), "token");
    }

    /** The file of intake's look-up key, base64url. */
    public Path lookupKey() {
        return Path.of(text(written, "lookupKey"));
    }

    /** Where each part's pid file is, by its name. */
    public Path pids() {
        return Path.of(text(written, "pids"));
    }

    /** What the demo's responders hold between them: each team's private encryption key, by the team's id. */
    public Map<String, ECKey> teamKeys() {
        return StreamSupport.stream(written.path("people").spliterator(), false)
                .map(person -> directory.resolve(text(person, "keyFile")))
                .flatMap(file -> Json.read(read(file), KeyFile.class).teams().stream())
                .collect(Collectors.toMap(
                        keys -> keys.team().value(), KeyFile.TeamKeys::encryption, (one, same) -> one));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Person person(String handle) {
        return StreamSupport.stream(written.path("people").spliterator(), false)
                .filter(person -> handle.equals(person.path("handle").asText()))
                .findFirst()
                .map(this::person)
                .orElseThrow(() -> new IllegalStateException("nobody called " + handle + " in this stack"));
    }

    private Person person(JsonNode person) {
        return new Person(
                text(person, "handle"),
                text(person, "password"),
                text(person, "number"),
                text(person, "email"),
                directory.resolve(text(person, "keyFile")));
    }

    private URI address(String of) {
        return URI.create(text(written.path("addresses"), of));
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }
}
