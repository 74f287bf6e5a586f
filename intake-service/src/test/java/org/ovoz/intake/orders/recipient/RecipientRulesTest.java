package org.ovoz.intake.orders.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.contact.SafeContact;
import org.ovoz.intake.orders.action.OrderedReport;
import org.ovoz.intake.orders.action.Refusal;

class RecipientRulesTest {

    private static final TeamId NORTH = new TeamId("north");
    private static final TeamId STEPPE = new TeamId("steppe");
    private static final TeamId NIGHT = new TeamId("night");
    private static final TeamId OTHER_NIGHT = new TeamId("other-night");

    private static final Addressed NORTH_ANSWERS = new Addressed(NORTH, AddressedAs.RESPONSIBLE);
    private static final Addressed STEPPE_ANSWERS = new Addressed(STEPPE, AddressedAs.RESPONSIBLE);
    private static final Addressed NIGHT_STEPS_IN = new Addressed(NIGHT, AddressedAs.ESCALATION);

    @Test
    void aTeamThatIsLetInAnswersBesideTheOthers() {
        RecipientChange change = change(STEPPE, null, NORTH_ANSWERS, NIGHT_STEPS_IN);
        assertThat(change.after()).containsExactlyInAnyOrder(NORTH_ANSWERS, NIGHT_STEPS_IN, STEPPE_ANSWERS);
        assertThat(change.add()).contains(STEPPE);
        assertThat(refusal(change)).isEmpty();
    }

    @Test
    void oneThatIsThereChangesNothing() {
        assertThat(change(STEPPE, null, NORTH_ANSWERS, STEPPE_ANSWERS).changesNothing())
                .isTrue();
    }

    @Test
    void aTeamThatStepsInAndIsLetInAnswersFromThenOn() {
        RecipientChange change = change(NIGHT, null, NORTH_ANSWERS, NIGHT_STEPS_IN);
        assertThat(change.after())
                .containsExactlyInAnyOrder(NORTH_ANSWERS, new Addressed(NIGHT, AddressedAs.RESPONSIBLE));
    }

    @Test
    void aNewerKeyOfItsOwnMakesNoTeamAnythingElse() {
        OrderedReport report = report(NORTH_ANSWERS, NIGHT_STEPS_IN);
        RecipientChange change = RecipientChange.of(report, NIGHT, NIGHT, Optional.empty());
        assertThat(change.changesNothing()).isTrue();
        assertThat(change.after()).containsExactly(NORTH_ANSWERS, NIGHT_STEPS_IN);
    }

    @Test
    void whoHandsOverMayLeave() {
        RecipientChange change = change(STEPPE, NORTH, NORTH_ANSWERS, NIGHT_STEPS_IN);
        assertThat(change.after()).containsExactlyInAnyOrder(STEPPE_ANSWERS, NIGHT_STEPS_IN);
        assertThat(refusal(change)).isEmpty();
    }

    @Test
    void takingOutWhoIsNotInChangesNothing() {
        assertThat(change(NORTH, STEPPE, NORTH_ANSWERS).changesNothing()).isTrue();
    }

    @Test
    void theLastTeamThatStepsInStays() {
        assertThat(refusal(change(STEPPE, NIGHT, NORTH_ANSWERS, NIGHT_STEPS_IN)))
                .hasValueSatisfying(refused -> assertThat(refused.type()).endsWith("last-escalation"));
        Addressed another = new Addressed(OTHER_NIGHT, AddressedAs.ESCALATION);
        assertThat(refusal(change(STEPPE, NIGHT, NORTH_ANSWERS, NIGHT_STEPS_IN, another)))
                .isEmpty();
        assertThat(refusal(change(STEPPE, NIGHT, NORTH_ANSWERS, NIGHT_STEPS_IN, another), OTHER_NIGHT))
                .isPresent();
    }

    @Test
    void theLastTeamThatStepsInStaysAlsoOnceItAnswers() {
        Addressed answering = new Addressed(NIGHT, AddressedAs.RESPONSIBLE);
        assertThat(refusal(change(STEPPE, NIGHT, NORTH_ANSWERS, answering))).isPresent();
    }

    @Test
    void aReportThatNobodyStepsInForMayBeHandedOver() {
        assertThat(refusal(change(STEPPE, NORTH, NORTH_ANSWERS))).isEmpty();
    }

    @Test
    void theLastThatCanAnswerStays() {
        RecipientChange change = change(NIGHT, NORTH, NORTH_ANSWERS, NIGHT_STEPS_IN);
        assertThat(refusal(change)).isEmpty();
        OrderedReport report = report(NORTH_ANSWERS, STEPPE_ANSWERS, NIGHT_STEPS_IN);
        RecipientChange own = RecipientChange.of(report, NIGHT, NIGHT, Optional.of(NORTH));
        assertThat(refusal(own)).isEmpty();
        assertThat(refusal(own, STEPPE))
                .hasValueSatisfying(refused -> assertThat(refused.type()).endsWith("last-recipient"));
    }

    private static Optional<Refusal> refusal(RecipientChange change, TeamId... suspended) {
        return RecipientRules.refuse(change, Set.of(suspended)::contains, Set.of(NIGHT, OTHER_NIGHT)::contains);
    }

    private static RecipientChange change(TeamId team, @Nullable TeamId drop, Addressed... readers) {
        return RecipientChange.of(report(readers), NORTH, team, Optional.ofNullable(drop));
    }

    private static OrderedReport report(Addressed... readers) {
        return new OrderedReport(
                new ReportId(new UUID(0, 1)),
                OrderedReport.State.OPEN,
                new SafeContact(TextsAllowed.UNKNOWN, false),
                new OrderedReport.Times(null, null),
                new UUID(0, 2),
                List.of(readers).stream()
                        .map(one -> new OrderedReport.Reader(one.team(), one.as(), null))
                        .toList());
    }
}
