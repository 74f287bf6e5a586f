package org.ovoz.intake.setting;

import com.nimbusds.jose.jwk.ECKey;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.contracts.team.TeamSuspended;

/** A team with its keys, as its members and the administrator know it; published as the desk does it. */
public final class Team {

    /** Reads Uzbek, Russian and Tajik, and takes what has no known region. */
    public static final Team NORTH = new Team("north", false, List.of("uz-Latn", "uz-Cyrl", "ru", "tg"), "RU", "ZZ");
    /** Reads Kazakh and Kyrgyz, in Kazakhstan. */
    public static final Team STEPPE = new Team("steppe", false, List.of("kk", "ky"), "KZ");
    /** Looks at what nobody else has read. */
    public static final Team NIGHT = new Team("night", true, List.of("uz-Latn", "ru", "kk"), "ZZ");
    /** Takes what nobody else fits. */
    public static final Team CATCH_ALL = new Team("catch-all", false, List.of(), "ZZ");

    public static final List<Team> ALL = List.of(NORTH, STEPPE, NIGHT, CATCH_ALL);

    private final TeamId id;
    private final boolean escalation;
    private final List<String> languages;
    private final List<String> regions;
    private final ECKey encryption = Keys.generate();
    private final ECKey order = Keys.generate();
    private long version = 1;

    public Team(String id, boolean escalation, List<String> languages, String... regions) {
        this.id = new TeamId(id);
        this.escalation = escalation;
        this.languages = languages;
        this.regions = List.of(regions);
    }

    public TeamId id() {
        return id;
    }

    /** Private: opens what the team was granted. */
    public ECKey encryptionKey() {
        return encryption;
    }

    /** Private: signs the team's orders. */
    public ECKey orderKey() {
        return order;
    }

    public synchronized TeamRecord record() {
        return record(version, false);
    }

    public TeamRecord record(long ofVersion, boolean suspended) {
        return new TeamRecord(
                id,
                new OrganisationId(id + "-organisation"),
                ofVersion,
                languages.stream().map(LanguageTag::new).toList(),
                regions.stream().map(RegionCode::new).toList(),
                List.of(),
                false,
                false,
                List.of(),
                escalation,
                suspended,
                encryption.toPublicJWK(),
                order.toPublicJWK());
    }

    String signed() {
        return sign(record());
    }

    /** By the line's administration key. */
    public static String sign(TeamRecord record) {
        return SignedTeamRecord.sign(record, IntakeSetting.FILES.administration());
    }

    public void publish() {
        publish(signed());
    }

    /** Publishes a record, whoever signed it. */
    public void publish(String jws) {
        Bus.sendTeam(id.value(), event(Ids.random(), SignedTeamRecord.TYPE, jws));
    }

    /** As a coordinator does it: at once and unsigned. Returns the event's id. */
    public UUID suspend() {
        UUID event = Ids.random();
        suspend(event);
        return event;
    }

    /** The same event again. */
    public void suspend(UUID event) {
        String json = Json.write(new TeamSuspended(id, MovableClock.now()));
        Bus.sendTeam(id.value(), event(event, TeamSuspended.TYPE, json));
    }

    /** A new signed version, not suspended. */
    public synchronized void readmit() {
        version++;
        publish();
    }

    private CloudEvent event(UUID event, String type, String payload) {
        return CloudEventBuilder.v1()
                .withId(event.toString())
                .withType(type)
                .withSource(URI.create("urn:ovoz:desk"))
                .withSubject(id.value())
                .withTime(MovableClock.now().atOffset(ZoneOffset.UTC))
                .withExtension("sequence", "1")
                .withDataContentType(type.equals(SignedTeamRecord.TYPE) ? "application/jose" : "application/json")
                .withData(payload.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    @Override
    public String toString() {
        return "Team[" + id + "]";
    }
}
