package org.ovoz.local.launcher.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import org.ovoz.contracts.Json;
import org.ovoz.local.servers.secrets.Secret;

/**
 * Tells Keycloak where the console is now. The realm is imported once only, so another port of the desk would otherwise
 * leave nobody able to log in.
 */
public record ConsoleAddress(AdminToken admin) {

    public void set(String desk) {
        try (Http http = new Http()) {
            Secret token = admin.fetch(http);
            URI clients = admin.resource("clients");
            ObjectNode client = (ObjectNode)
                    Json.read(http.get(URI.create(clients + "?clientId=ovoz-console"), token), JsonNode.class)
                            .required(0);
            if (desk.equals(client.path("rootUrl").asText())) {
                return;
            }
            client.put("rootUrl", desk);
            client.putArray("redirectUris").add(desk + "/console/*");
            client.putArray("webOrigins").add(desk);
            ((ObjectNode) client.required("attributes")).put("post.logout.redirect.uris", desk + "/console/*");
            URI address = URI.create(clients + "/" + client.required("id").asText());
            Http.required(http.put(address, token, "application/json", client.toString()), address);
        }
    }
}
