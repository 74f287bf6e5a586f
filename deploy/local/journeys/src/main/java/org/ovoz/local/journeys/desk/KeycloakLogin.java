package org.ovoz.local.journeys.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.ovoz.contracts.Ids;
import org.ovoz.local.journeys.stack.Person;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** Logs a person in as a browser does: code flow with PKCE through Keycloak's own login form, never a direct grant. */
public final class KeycloakLogin {
    private static final String CLIENT = "ovoz-console";

    private final Web web;
    private final URI realm;
    private final URI console;

    /** @param console where Keycloak sends the browser back to */
    public KeycloakLogin(Web web, URI realm, URI console) {
        this.web = web;
        this.realm = realm;
        this.console = console;
    }

    public AccessToken login(Person person) {
        Pkce pkce = Pkce.fresh();
        String state = Ids.random().toString();
        Cookies cookies = new Cookies();
        Answer page = web.get(authorization(pkce, state)).expect(200);
        cookies.take(page);
        return exchange(code(submit(page, person, cookies), state), pkce);
    }

    private URI authorization(Pkce pkce, String state) {
        return endpoint("auth?"
                + Web.query(Map.of(
                        "client_id",
                        CLIENT,
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "redirect_uri",
                        console.toString(),
                        "state",
                        state,
                        "code_challenge",
                        pkce.challenge(),
                        "code_challenge_method",
                        "S256")));
    }

    private Answer submit(Answer page, Person person, Cookies cookies) {
        return web.send(Web.request(LoginForm.action(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies.header())
                .POST(Web.form(Map.of("username", person.handle(), "password", person.password())))
                .build());
    }

    private String code(Answer sentBack, String state) {
        URI target =
                URI.create(sentBack.expect(302).headers().firstValue("Location").orElse(""));
        Map<String, String> answer = Web.fields(target.getRawQuery());
        if (!target.toString().startsWith(console.toString()) || !state.equals(answer.get("state"))) {
            throw new IllegalStateException("Keycloak sent the browser back elsewhere, or with another state");
        }
        String code = answer.get("code");
        if (code == null) {
            throw new IllegalStateException("Keycloak sent the browser back without a code");
        }
        return code;
    }

    private AccessToken exchange(String code, Pkce pkce) {
        Answer answer = web.send(Web.request(endpoint("token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(Web.form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        CLIENT,
                        "redirect_uri",
                        console.toString(),
                        "code",
                        code,
                        "code_verifier",
                        pkce.verifier())))
                .build());
        return new AccessToken(
                answer.expect(200).as(JsonNode.class).path("access_token").asText());
    }

    private URI endpoint(String which) {
        return URI.create(realm + "/protocol/openid-connect/" + which);
    }
}
