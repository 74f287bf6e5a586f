package org.ovoz.local.launcher.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.ovoz.contracts.Json;
import org.ovoz.local.servers.secrets.Secret;

/** Keycloak's own administrator, and what they administer of the realm. */
public record AdminToken(URI keycloak, String realm, Secret password) {

    Secret fetch(Http http) {
        String answer = http.postForm(
                keycloak.resolve("/realms/master/protocol/openid-connect/token"),
                "grant_type=password&client_id=admin-cli&username=admin&password=" + password.value());
        return new Secret(
                Json.read(answer, JsonNode.class).required("access_token").asText());
    }

    URI resource(String path) {
        return keycloak.resolve("/admin/realms/" + realm + "/" + path);
    }
}
