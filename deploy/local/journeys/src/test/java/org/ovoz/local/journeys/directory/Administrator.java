package org.ovoz.local.journeys.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.desk.AccessToken;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** The line's administrator at the desk. */
public final class Administrator {

    private final Web web;
    private final URI desk;
    private final AccessToken token;

    public Administrator(RunningStack running) {
        this.web = running.web();
        this.desk = running.stack().desk();
        this.token = running.people().token("admin");
    }

    Answer invite(String handle, String organisation, String team, String role) {
        return invite(handle, organisation, List.of(team), role);
    }

    Answer invite(String handle, String organisation, List<String> teams, String role) {
        return post(
                "people",
                Map.of(
                        "handle",
                        handle,
                        "organisation",
                        organisation,
                        "teams",
                        teams,
                        "languages",
                        List.of("uz-Latn", "ru"),
                        "onCall",
                        false,
                        "roles",
                        List.of(role)));
    }

    void makeOrganisation(String id) {
        send("PUT", "organisations/" + id, Json.write(Map.of("label", "Made for a test " + id)))
                .expect(200);
    }

    public Answer changeOrganisation(String id, String how) {
        return post("organisations/" + id + "/" + how, Map.of());
    }

    public Answer change(String subject, String how) {
        return post("people/" + subject + "/" + how, Map.of());
    }

    Answer move(String subject, String organisation, String... teams) {
        return post("people/" + subject + "/move", Map.of("organisation", organisation, "teams", List.of(teams)));
    }

    Answer remove(String subject) {
        return send("DELETE", "people/" + subject, "");
    }

    Answer reconcile() {
        return post("reconcile", Map.of());
    }

    /** A person as the directory lists them. */
    JsonNode person(String subject) {
        return person("subject", subject);
    }

    public String subjectOf(String handle) {
        return person("handle", handle).path("subject").asText();
    }

    private JsonNode person(String field, String value) {
        for (JsonNode person :
                send("GET", "people", "").expect(200).as(JsonNode.class).path("people")) {
            if (person.path(field).asText().equals(value)) {
                return person;
            }
        }
        throw new IllegalStateException("the directory has nobody of " + field + " " + value);
    }

    private Answer post(String path, Object body) {
        return send("POST", path, Json.write(body));
    }

    private Answer send(String method, String path, String body) {
        return web.send(Web.request(URI.create(desk + "/api/v1/directory/" + path))
                .header("Authorization", token.header())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
