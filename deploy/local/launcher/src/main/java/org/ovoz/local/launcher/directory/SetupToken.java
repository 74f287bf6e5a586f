package org.ovoz.local.launcher.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.ovoz.contracts.Json;
import org.ovoz.local.servers.secrets.Secret;

/** Tokens of the realm's confidential client {@code ovoz-setup}, which has the role {@code admin} and a secret of this stack only. */
public record SetupToken(String realm, Secret clientSecret) {

    Secret fetch(Http http) {
        URI address = URI.create(realm + "/protocol/openid-connect/token");
        String answer = http.postForm(
                address, "grant_type=client_credentials&client_id=ovoz-setup&client_secret=" + clientSecret.value());
        return new Secret(
                Json.read(answer, JsonNode.class).required("access_token").asText());
    }
}
