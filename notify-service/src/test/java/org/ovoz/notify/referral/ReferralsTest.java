package org.ovoz.notify.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.referral.directory.AService;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.MovableClock;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;
import org.ovoz.notify.setting.Sql;
import org.ovoz.notify.setting.Team;

@DeskTest
class ReferralsTest {

    @Inject
    MovableClock clock;

    private Person aziza;
    private Person bek;
    private Report report;
    private AService shelter;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aReportThatAzizaHolds() {
        aziza = Person.aResponderOf(Team.aTeam());
        bek = Person.aResponderOf(aziza.team());
        report = Report.inTheQueueOf(aziza);
        Api.as(aziza).post(report.path() + "/claim").then().statusCode(200);
        shelter = AService.inMoscow().kept();
    }

    @Test
    void theHolderRefersWithConsentAndTheTeamSeesIt() {
        refer(aziza, referral()).then().statusCode(204);
        made(bek)
                .body("referrals", hasSize(1))
                .rootPath("referrals[0]")
                .body("kind", equalTo("referral"))
                .body("service", equalTo(shelter.form().get("name")))
                .body("purpose", equalTo("shelter"))
                .body("consentedOn", equalTo(today().toString()))
                .body("madeBy", equalTo(aziza.handle()))
                .body("outcome", equalTo("pending"))
                .body("followUpOn", nullValue());
        report.await(bek, seen -> seen.getList("timeline.what").contains("case-referred"));
    }

    @Test
    void withoutAYesNobodyIsReferredAndATomorrowIsNoYes() {
        refuses(422, "consent-needed", with("consentedOn", null));
        refuses(422, "consent-needed", with("consentedOn", today().plusDays(3).toString()));
        made(aziza).body("referrals", hasSize(0));
    }

    @Test
    void tellingAPersonOfAServiceNeedsNoConsent() {
        Map<String, Object> told = with("consentedOn", null);
        told.put("kind", "information");
        refer(aziza, told).then().statusCode(204);
        made(aziza).body("referrals.kind", contains("information"));
        report.await(aziza, seen -> seen.getList("timeline.what").contains("information-given"));
    }

    @Test
    void nobodyIsSentOrPointedToAServiceThatIsNeverToBeReferredTo() {
        shelter.thatNobodyIsSentTo();
        refuses(409, "never-refer", referral());
        Map<String, Object> told = referral();
        told.put("kind", "information");
        refuses(409, "never-refer", told);
    }

    @Test
    void whoWasReferredBeforeAWarningIsSeenAsSuch() {
        refer(aziza, referral()).then().statusCode(204);
        shelter.thatNobodyIsSentTo();
        made(aziza).body("referrals.neverRefer", contains(true));
    }

    @Test
    void onlyTheHolderRefers() {
        refer(bek, referral()).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        clock.putForward(Duration.ofMinutes(61));
        refer(aziza, referral()).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        made(aziza).body("referrals", hasSize(0));
    }

    @Test
    void referringIsAnActionThatHoldsTheClaim() {
        clock.putForward(Duration.ofMinutes(30));
        refer(aziza, referral()).then().statusCode(204);
        Instant until = Instant.parse(report.await(aziza, seen -> true).getString("leaseUntil"));
        assertThat(until).isAfter(clock.instant().plus(Duration.ofMinutes(55)));
    }

    @Test
    void somebodyElsesCaseIsNotThere() {
        Person stranger = Person.aResponderOf(Team.aTeam());
        refer(aziza, referral()).then().statusCode(204);
        refer(stranger, referral()).then().statusCode(404).body("type", equalTo("urn:ovoz:problem:unknown-report"));
        Api.as(stranger).get(path()).then().statusCode(404);
        settle(stranger, "taken", null).then().statusCode(404).body("type", equalTo("urn:ovoz:problem:unknown-report"));
    }

    @Test
    void theSameReferralSentAgainCountsOnceAndAnotherUnderItsIdIsRefused() {
        refer(aziza, referral()).then().statusCode(204);
        refer(aziza, referral()).then().statusCode(204);
        refuses(409, "id-taken", with("purpose", "food"));
        made(aziza).body("referrals.purpose", contains("shelter"));
        assertThat(report.await(aziza, seen -> true).getList("timeline.what")).containsOnlyOnce("case-referred");
    }

    @Test
    void whatBecameOfItIsToldWithADayToAskAgain() {
        refer(aziza, referral()).then().statusCode(204);
        settle(bek, "taken", null).then().statusCode(409).body("type", equalTo("urn:ovoz:problem:claim-needed"));
        settle(aziza, "not-reached", today().plusDays(2)).then().statusCode(204);
        made(bek)
                .body("referrals[0].outcome", equalTo("not-reached"))
                .body("referrals[0].followUpOn", equalTo(today().plusDays(2).toString()));
        settle(aziza, "taken", null).then().statusCode(204);
        made(bek).body("referrals[0].outcome", equalTo("taken")).body("referrals[0].followUpOn", nullValue());
        settle(aziza, "happy", null).then().statusCode(400);
        report.await(aziza, seen -> seen.getList("timeline.what").contains("referral-followed"));
    }

    @Test
    void onceTheCaseIsClosedNobodyIsReferredAndWhatWasBegunIsFollowedByTheTeam() {
        refer(aziza, referral()).then().statusCode(204);
        Bus.send(report.closed());
        report.await(aziza, seen -> seen.getString("state").equals("closed"));
        Api.as(aziza)
                .contentType("application/json")
                .body(referral())
                .put(path() + "/" + UUID.randomUUID())
                .then()
                .statusCode(409);
        settle(bek, "taken", null).then().statusCode(204);
    }

    @Test
    void aServiceOrAReferralThatIsNotThereIsSaidSo() {
        refuses(404, "unknown-service", with("service", UUID.randomUUID().toString()));
        settle(aziza, "taken", null).then().statusCode(404).body("type", equalTo("urn:ovoz:problem:unknown-referral"));
        refer(aziza, with("purpose", "money")).then().statusCode(400);
    }

    @Test
    void theDatabaseItselfHoldsNoReferralWithoutConsent() {
        refer(aziza, referral()).then().statusCode(204);
        assertThat(catchThrowable(() -> Sql.change("UPDATE case_referral SET consented_on = NULL WHERE id = ?", id)))
                .hasMessageContaining("check constraint");
    }

    private void refuses(int status, String slug, Map<String, Object> form) {
        refer(aziza, form).then().statusCode(status).body("type", equalTo("urn:ovoz:problem:" + slug));
    }

    private Response refer(Person who, Map<String, Object> form) {
        return Api.as(who).contentType("application/json").body(form).put(path() + "/" + id);
    }

    private Response settle(Person who, String outcome, LocalDate followUp) {
        Map<String, Object> form = new HashMap<>(Map.of("outcome", outcome));
        form.put("followUpOn", followUp == null ? null : followUp.toString());
        return Api.as(who).contentType("application/json").body(form).post(path() + "/" + id + "/outcome");
    }

    private ValidatableResponse made(Person who) {
        return Api.as(who).get(path()).then().statusCode(200);
    }

    private String path() {
        return report.path() + "/referrals";
    }

    private Map<String, Object> referral() {
        return new HashMap<>(Map.of(
                "kind",
                "referral",
                "service",
                shelter.id().toString(),
                "purpose",
                "shelter",
                "consentedOn",
                today().toString()));
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> form = referral();
        form.put(field, value);
        return form;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
