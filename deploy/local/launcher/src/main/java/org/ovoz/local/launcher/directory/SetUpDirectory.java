package org.ovoz.local.launcher.directory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.ovoz.contracts.Json;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.demo.Organisation;
import org.ovoz.local.launcher.demo.Person;
import org.ovoz.local.launcher.demo.Team;
import org.ovoz.local.launcher.keys.TeamRecords;
import org.ovoz.local.servers.secrets.Secret;

/** Tells the desk, through its own API, of the demo world. Doing it again changes nothing. */
public final class SetUpDirectory {
    private static final int UNPROCESSABLE = 422;

    private final URI desk;
    private final SetupToken login;
    private final TeamRecords records;

    public SetUpDirectory(URI desk, SetupToken login, TeamRecords records) {
        this.desk = desk;
        this.login = login;
        this.records = records;
    }

    /** @throws SetupFailed if the desk refuses something */
    public void setUp() {
        try (Http http = new Http()) {
            Secret token = login.fetch(http);
            DemoWorld.ORGANISATIONS.forEach(organisation -> put(http, token, organisation));
            DemoWorld.TEAMS.forEach(team -> put(http, token, team));
            DemoWorld.PEOPLE.forEach(person -> put(http, token, person));
        }
    }

    private void put(Http http, Secret token, Organisation organisation) {
        String body = Json.mapper()
                .createObjectNode()
                .put("label", organisation.label())
                .toString();
        putJson(http, token, "organisations/" + organisation.id(), body);
    }

    /** A record that the desk has in this version already is refused as no news: that is fine here. */
    private void put(Http http, Secret token, Team team) {
        URI address = desk.resolve("/api/v1/directory/teams");
        HttpResponse<String> answer = http.put(address, token, "application/jose", record(team));
        if (answer.statusCode() != HttpURLConnection.HTTP_CONFLICT) {
            Http.required(answer, address);
        }
    }

    /** Somebody who was removed in the demo stays removed: the desk refuses them, and that is fine here. */
    private void put(Http http, Secret token, Person person) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("handle", person.handle());
        body.put("organisation", person.organisation().value());
        ArrayNode teams = body.putArray("teams");
        person.teams().forEach(team -> teams.add(team.value()));
        ArrayNode languages = body.putArray("languages");
        person.languages().forEach(language -> languages.add(language.value()));
        ObjectNode channels = body.putObject("channels");
        if (!person.number().isEmpty()) {
            channels.put("sms", person.number());
            channels.put("call", person.number());
            channels.put("email", person.email());
        }
        body.put("onCall", person.isOnCall());
        body.putArray("roles").add(person.account().role());
        URI address =
                desk.resolve("/api/v1/directory/people/" + person.account().subject());
        HttpResponse<String> answer = http.put(address, token, "application/json", body.toString());
        if (answer.statusCode() != UNPROCESSABLE) {
            Http.required(answer, address);
        }
    }

    private void putJson(Http http, Secret token, String path, String body) {
        URI address = desk.resolve("/api/v1/directory/" + path);
        Http.required(http.put(address, token, "application/json", body), address);
    }

    private String record(Team team) {
        try {
            return Files.readString(records.file(team));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
