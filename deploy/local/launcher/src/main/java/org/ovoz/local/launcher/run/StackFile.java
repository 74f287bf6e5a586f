package org.ovoz.local.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ovoz.contracts.Json;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.demo.Person;
import org.ovoz.local.launcher.parts.CarrierAccounts;
import org.ovoz.local.launcher.parts.Port;
import org.ovoz.local.launcher.parts.Ports;
import org.ovoz.local.launcher.parts.Servers;
import org.ovoz.local.launcher.parts.Surroundings;
import org.ovoz.local.servers.postgres.PostgresDatabase;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secrets;

/** {@code stack.json}: everything that was decided for this run, for the programs that play with the stack. */
final class StackFile {
    private final Surroundings here;
    private final Servers servers;

    StackFile(Surroundings here, Servers servers) {
        this.here = here;
        this.servers = servers;
    }

    static Path of(LocalDirectory directory) {
        return directory.root().resolve("stack.json");
    }

    /** The ports of the last run on this directory; none if there was none. */
    static Map<String, Integer> portsBefore(LocalDirectory directory) {
        Map<String, Integer> ports = new HashMap<>();
        try {
            if (Files.exists(of(directory))) {
                Json.read(Files.readString(of(directory)), JsonNode.class)
                        .path("ports")
                        .properties()
                        .forEach(entry ->
                                ports.put(entry.getKey(), entry.getValue().asInt()));
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() {
        ObjectNode all = Json.mapper().createObjectNode();
        Ports ports = here.ports();
        all.put("directory", here.directory().root().toString());
        ObjectNode addresses = all.putObject("addresses");
        addresses().forEach((name, address) -> addresses.put(name, address.toString()));
        ports.all().forEach((port, number) -> all.withObject("/ports").put(port.name(), number));
        all.put("kafka", here.kafka());
        database(all, "intake", here.intakeDatabase());
        database(all, "desk", here.deskDatabase());
        database(all, "shred", here.shredDatabase());
        all.put("hotline", DemoWorld.HOTLINE);
        all.put("staffNumber", DemoWorld.STAFF_NUMBER);
        DemoWorld.REPORTERS.forEach(all.putArray("reporters")::add);
        here.people().forEach(person -> person(all.withArray("/people").addObject(), person));
        all.put("logs", here.directory().root().resolve("logs").toString());
        all.put("pids", here.directory().pids().toString());
        all.put(
                "lineAdministrationKey",
                here.directory().root().resolve("keys/line-administration.jwk").toString());
        carrierAccount(all);
        all.put(
                "lookupKey",
                here.directory().root().resolve("keys/intake-lookup.key").toString());
        Secrets.write(of(here.directory()), all.toPrettyString() + "\n");
    }

    /** The addresses that people and programs open, by name, in the order in which they are shown. */
    Map<String, URI> addresses() {
        Map<String, URI> all = new java.util.LinkedHashMap<>();
        Ports ports = here.ports();
        all.put("carrier", URI.create(ports.http(Port.CARRIER)));
        all.put("console", URI.create(ports.http(Port.DESK) + "/console/"));
        all.put("mailbox", URI.create(ports.http(Port.MAILBOX)));
        all.put("intake", URI.create(ports.http(Port.INTAKE)));
        all.put("orders", URI.create("https://localhost:" + ports.of(Port.INTAKE_ORDERS)));
        all.put("desk", URI.create(ports.http(Port.DESK)));
        all.put("realm", URI.create(here.realm()));
        all.put("intakeManagement", URI.create(ports.http(Port.INTAKE_MANAGEMENT)));
        all.put("deskManagement", URI.create(ports.http(Port.DESK_MANAGEMENT)));
        return all;
    }

    private static void database(ObjectNode all, String name, PostgresDatabase database) {
        ObjectNode node = all.withObject("/databases/" + name);
        node.put("url", database.url());
        node.put("user", database.user());
        node.put("password", database.password().value());
    }

    private void carrierAccount(ObjectNode all) {
        CarrierAccounts.CarrierAccount account = new CarrierAccounts(here.secrets()).hotline();
        all.withObject("/carrierAccount")
                .put("sid", account.sid())
                .put("token", account.token().value());
    }

    private void person(ObjectNode node, Person person) {
        node.put("handle", person.handle());
        node.put("role", person.account().role());
        node.put("organisation", person.organisation().value());
        node.put("subject", person.account().subject());
        node.put("password", servers.demoPassword(person).value());
        node.put("number", person.number());
        node.put("email", person.email());
        node.put("keyFile", "demo-keys/" + person.handle() + ".json");
    }
}
