package org.ovoz.local.journeys.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.running.RunningStack;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** What somebody can do who administers Keycloak itself, past the desk. */
final class KeycloakConsole {

    private final Web web;
    private final URI realm;
    private final String token;

    KeycloakConsole(RunningStack running) {
        this.web = running.web();
        URI issuer = running.stack().realm();
        this.realm = URI.create(issuer.toString().replace("/realms/", "/admin/realms/"));
        this.token = token(issuer, password(running));
    }

    JsonNode user(String subject) {
        return get("users/" + subject);
    }

    boolean hasUser(String subject) {
        return send("GET", "users/" + subject, BodyPublishers.noBody()).status() == 200;
    }

    List<String> roles(String subject) {
        return names(get("users/" + subject + "/role-mappings/realm"), "name");
    }

    int sessions(String subject) {
        return get("users/" + subject + "/sessions").size();
    }

    String create(String username) {
        Answer made = send("POST", "users", json(Map.of("username", username, "enabled", true)));
        String address = made.expect(201).headers().firstValue("Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    void delete(String subject) {
        send("DELETE", "users/" + subject, BodyPublishers.noBody()).expect(204);
    }

    void disable(String subject) {
        ObjectNode user = (ObjectNode) user(subject);
        put(subject, user.put("enabled", false));
    }

    void place(String subject, String organisation, String team) {
        ObjectNode user = (ObjectNode) user(subject);
        user.withObject("/attributes").putArray("organisation").add(organisation);
        user.withObject("/attributes").putArray("teams").add(team);
        put(subject, user);
    }

    void giveRole(String subject, String role) {
        send("POST", "users/" + subject + "/role-mappings/realm", json(List.of(get("roles/" + role))))
                .expect(204);
    }

    /** As if the person had done what the first login asks for. */
    void firstLoginDone(String subject, String password) {
        Map<String, Object> credential = Map.of("type", "password", "value", password, "temporary", false);
        send("PUT", "users/" + subject + "/reset-password", json(credential)).expect(204);
        ObjectNode user = (ObjectNode) user(subject);
        user.putArray("requiredActions");
        put(subject, user);
    }

    private void put(String subject, ObjectNode user) {
        send("PUT", "users/" + subject, BodyPublishers.ofString(user.toString()))
                .expect(204);
    }

    private JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody()).expect(200).as(JsonNode.class);
    }

    private Answer send(String method, String path, BodyPublisher body) {
        return web.send(Web.request(URI.create(realm + "/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(Json.write(body));
    }

    static List<String> names(JsonNode all, String field) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private String token(URI issuer, String password) {
        String master =
                issuer.resolve("/realms/master/protocol/openid-connect/token").toString();
        Answer answer = web.send(Web.request(URI.create(master))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Web.form(Map.of(
                        "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", password)))
                .build());
        return answer.expect(200).as(JsonNode.class).required("access_token").asText();
    }

    private static String password(RunningStack running) {
        try {
            return Files.readString(running.stack().directory().resolve("secrets/keycloak-admin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
