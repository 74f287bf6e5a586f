package org.ovoz.notify.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.team.Admission;
import org.ovoz.contracts.team.SignedAdmission;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Team;

/** A person's key, as their browser made it. What is wrapped the desk cannot look at, so it is only of the form here. */
public record OwnKey(Person person, ECKey key) {

    public static final String PROOF = "Key-Proof";
    public static final String MINE = "/api/v1/me/key";

    public static OwnKey of(Person person) {
        return new OwnKey(person, Keys.generate());
    }

    public static OwnKey keptBy(Person person) {
        OwnKey key = of(person);
        key.keep().then().statusCode(200);
        return key;
    }

    public String kid() {
        return Keys.kidOf(key);
    }

    public Response keep() {
        return keep(null);
    }

    public Response keep(@Nullable String replaces) {
        Map<String, Object> form = new HashMap<>();
        form.put("publicKey", key.toPublicJWK().toJSONObject());
        form.put("words", sealed("words"));
        form.put("replaces", replaces);
        return Api.as(person).contentType(ContentType.JSON).body(form).put(MINE);
    }

    /** Shows that the key is in hand, as its person's browser does. */
    public String proof() {
        return proof(person, MINE + "/challenge", key);
    }

    /** The answer to a challenge of a key, as the header says it. */
    public static String proof(Person person, String path, ECKey key) {
        JsonPath asked =
                Api.as(person).post(path).then().statusCode(200).extract().jsonPath();
        try {
            JWEObject jwe = JWEObject.parse(asked.getString("jwe"));
            jwe.decrypt(new ECDHDecrypter(key));
            return asked.getString("id") + "." + jwe.getPayload();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public RequestSpecification proven() {
        return Api.as(person).header(PROOF, proof()).contentType(ContentType.JSON);
    }

    public Response read() {
        return Api.as(person).get(MINE);
    }

    /** Gives it the keys of a team, as a colleague's browser does. */
    public Response given(Person by, Team team, String... kids) {
        return give(by, team, person.id(), kid(), kids);
    }

    public static Response give(Person by, Team team, UUID to, String personKid, String... kids) {
        return give(by, team, to, personKid, admission(team, to.toString(), personKid), List.of(kids));
    }

    /** With an admission that may be anything. */
    public static Response give(Person by, Team team, UUID to, String personKid, String admission, List<String> kids) {
        List<Map<String, String>> keys =
                kids.stream().map(kid -> Map.of("kid", kid, "jwe", sealed(kid))).toList();
        return Api.as(by)
                .contentType(ContentType.JSON)
                .body(Map.of("personKid", personKid, "admission", admission, "keys", keys))
                .put("/api/v1/teams/" + team.id() + "/holders/" + to);
    }

    /** That a key was compared, as one who holds the team's keys signs it. */
    public static String admission(Team team, String person, String kid) {
        return SignedAdmission.sign(new Admission(team.id(), person, kid, LocalDate.of(2026, 3, 1)), team.order());
    }

    static String sealed(String what) {
        return "eyJ0." + what.replaceAll("[^A-Za-z0-9_-]", "") + ".aaaa.bbbb.cccc";
    }
}
