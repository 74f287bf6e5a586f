package org.ovoz.notify.link.key;

import com.nimbusds.jose.jwk.ECKey;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.team.LinkVouch;
import org.ovoz.contracts.team.SignedLinkVouch;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Team;

/** An organisation's key for marks, as a browser made it. What is sealed the desk cannot look at, so it is only of the form here. */
public record LinkKey(String kid, int generation, OrganisationId organisation) {

    public static final String PATH = "/api/v1/link-keys";

    public static LinkKey of(Team team, int generation) {
        return new LinkKey(Keys.kidOf(Keys.generate()), generation, team.organisation());
    }

    /** The organisation's first, kept. */
    public static LinkKey keptBy(Person person) {
        LinkKey key = of(person.team(), 1);
        key.keep(person, key.vouch(person.team())).then().statusCode(204);
        return key;
    }

    /** As a holder of this team's keys seals it to that team. */
    public String vouch(Team team) {
        return vouch(team, team, team.order());
    }

    public String vouch(Team to, Team by, ECKey signedWith) {
        String teamKid = Keys.kidOf(to.encryption());
        LinkVouch vouch =
                new LinkVouch(organisation, kid, generation, to.id(), 1, teamKid, by.id(), "eyJ0.aaaa.bbbb.cccc.dddd");
        return SignedLinkVouch.sign(vouch, signedWith);
    }

    public Response keep(Person person, String... vouches) {
        return Api.as(person)
                .contentType("application/json")
                .body(Map.of("kid", kid, "generation", generation, "vouches", List.of(vouches)))
                .post(PATH);
    }

    public Response vouched(Person person, String... vouches) {
        return Api.as(person)
                .contentType("application/json")
                .body(Map.of("vouches", List.of(vouches)))
                .put(PATH + "/" + kid + "/vouches");
    }

    /** Which keys this person's browser is shown. */
    public static List<String> shownTo(Person person) {
        return Api.as(person).get(PATH).jsonPath().getList("keys.kid");
    }

    /** To which teams' keys it is sealed, as this person is shown it. */
    public List<String> sealedTo(Person person) {
        List<String> vouches =
                Api.as(person).get(PATH).jsonPath().getList("keys.find { it.kid == '" + kid + "' }.vouches");
        return Stream.ofNullable(vouches)
                .flatMap(List::stream)
                .map(jws -> SignedLinkVouch.claimed(jws).teamKid())
                .toList();
    }
}
