package org.ovoz.local.launcher.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.Json;
import org.ovoz.local.servers.secrets.Secret;

/**
 * Gives a realm that was imported before the desk administered logins what it needs for that: its client, with the account that
 * has the rights, and the attributes of people. A realm that has them stays as it is.
 */
public record RealmUpdate(AdminToken admin, Path realmFile, Secret clientSecret) {
    private static final String CLIENT = "ovoz-desk-admin";
    private static final String PROFILE =
            "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0";

    public void bring() {
        try (Http http = new Http()) {
            Secret token = admin.fetch(http);
            URI clients = admin.resource("clients?clientId=" + CLIENT);
            if (!Json.read(http.get(clients, token), JsonNode.class).isEmpty()) {
                return;
            }
            JsonNode realm = Json.read(read(), JsonNode.class);
            URI profile = admin.resource("users/profile");
            Http.required(
                    http.put(
                            profile,
                            token,
                            "application/json",
                            realm.at(PROFILE).asText()),
                    profile);
            URI partial = admin.resource("partialImport");
            Http.required(
                    http.post(
                            partial, token, "application/json", addition(realm).toString()),
                    partial);
        }
    }

    private ObjectNode addition(JsonNode realm) {
        ObjectNode all = Json.mapper().createObjectNode().put("ifResourceExists", "SKIP");
        ObjectNode client = (ObjectNode) only(realm.path("clients"), "clientId", CLIENT);
        all.putArray("clients").add(client.put("secret", clientSecret.value()));
        all.putArray("users").add(only(realm.path("users"), "serviceAccountClientId", CLIENT));
        return all;
    }

    private static JsonNode only(JsonNode all, String field, String value) {
        return StreamSupport.stream(all.spliterator(), false)
                .filter(one -> value.equals(one.path(field).asText()))
                .findFirst()
                .orElseThrow(() -> new SetupFailed("the realm's file has nothing with " + field + " " + value));
    }

    private String read() {
        try {
            return Files.readString(realmFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
