package org.ovoz.notify.directory.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.person.PersonState;

class ReconcileRulesTest {

    private static final String AZIZA = "subject-of-aziza";
    private static final Login.Place NORTH = new Login.Place("north", Set.of("north-team"));
    private static final Login.Place STEPPE = new Login.Place("steppe", Set.of("steppe-team"));
    private static final Set<String> RESPONDER = Set.of("responder");

    @Test
    void whoIsTheSameHereAndThereIsLeftAlone() {
        assertThat(compare(active(), login())).isEmpty();
        assertThat(compare(person(PersonState.INVITED, NORTH, Optional.of(NORTH)), found(true, true, NORTH)))
                .isEmpty();
        assertThat(compare(person(PersonState.SUSPENDED, NORTH, Optional.of(NORTH)), found(false, false, NORTH)))
                .isEmpty();
    }

    @Test
    void whoWasDeletedOrDisabledThereIsSuspendedHere() {
        assertThat(ReconcileRules.compare(List.of(active()), List.of())).containsExactly(new Drift.Gone(AZIZA));
        assertThat(compare(active(), found(false, false, NORTH))).containsExactly(new Drift.Disabled(AZIZA));
    }

    @Test
    void whoIsSuspendedOrRemovedHereIsNotGoneWhenTheLoginIs() {
        assertThat(ReconcileRules.compare(
                        List.of(
                                person(PersonState.SUSPENDED, NORTH, Optional.of(NORTH)),
                                person(PersonState.REMOVED, NORTH, Optional.of(NORTH))),
                        List.of()))
                .isEmpty();
    }

    @Test
    void onlyTheDeskLifts() {
        assertThat(compare(person(PersonState.SUSPENDED, NORTH, Optional.of(NORTH)), login()))
                .containsExactly(new Drift.StillEnabled(AZIZA));
    }

    @Test
    void whoWasRemovedHereIsDeletedThereWhateverElseIsDifferent() {
        assertThat(compare(person(PersonState.REMOVED, NORTH, Optional.empty()), found(false, false, STEPPE)))
                .containsExactly(new Drift.LeftOver(AZIZA));
    }

    @Test
    void whoChangedTheFirstPasswordHasArrived() {
        assertThat(compare(person(PersonState.INVITED, NORTH, Optional.of(NORTH)), login()))
                .containsExactly(new Drift.Arrived(AZIZA));
    }

    @Test
    void rolesAreThoseOfTheLoginServer() {
        FoundLogin coordinator = new FoundLogin(login().login(), Set.of("coordinator"));
        assertThat(compare(active(), coordinator)).containsExactly(new Drift.OtherRoles(AZIZA, Set.of("coordinator")));
    }

    @Test
    void whoWasPutElsewhereThereIsElsewhereHere() {
        assertThat(compare(active(), found(true, false, STEPPE))).containsExactly(new Drift.Moved(AZIZA, STEPPE));
        Login.Place nowhere = new Login.Place("north", Set.of());
        assertThat(compare(active(), found(true, false, nowhere))).containsExactly(new Drift.Moved(AZIZA, nowhere));
    }

    @Test
    void whoWasPutElsewhereHereIsPutThereToo() {
        assertThat(compare(person(PersonState.ACTIVE, STEPPE, Optional.of(NORTH)), login()))
                .containsExactly(new Drift.MovedHere(AZIZA, STEPPE));
    }

    @Test
    void ifBothMovedSomebodyTheLoginServerIsRight() {
        Login.Place third = new Login.Place("third", Set.of());
        assertThat(compare(person(PersonState.ACTIVE, STEPPE, Optional.of(NORTH)), found(true, false, third)))
                .containsExactly(new Drift.Moved(AZIZA, third));
    }

    @Test
    void aLoginThatSaysNotWhereItBelongsIsTold() {
        FoundLogin silent = new FoundLogin(new Login(AZIZA, true, Optional.empty(), false, false), RESPONDER);
        assertThat(compare(person(PersonState.ACTIVE, NORTH, Optional.empty()), silent))
                .containsExactly(new Drift.MovedHere(AZIZA, NORTH));
    }

    @Test
    void aLoginThatNobodyInvitedIsUnknown() {
        assertThat(ReconcileRules.compare(List.of(), List.of(login()))).containsExactly(new Drift.Unknown(AZIZA));
    }

    @Test
    void severalThingsMayBeDifferentAtOnce() {
        FoundLogin changed = new FoundLogin(found(false, false, STEPPE).login(), Set.of("auditor"));
        assertThat(compare(active(), changed))
                .containsExactly(
                        new Drift.Disabled(AZIZA),
                        new Drift.OtherRoles(AZIZA, Set.of("auditor")),
                        new Drift.Moved(AZIZA, STEPPE));
    }

    @Test
    void mostPeopleGoneAtOnceIsALostRealm() {
        assertThat(isLostRealm(10, 6)).isTrue();
        assertThat(isLostRealm(10, 5)).isFalse();
        assertThat(isLostRealm(3, 3)).isTrue();
    }

    @Test
    void oneOrTwoMayGoHoweverFewThereAre() {
        assertThat(isLostRealm(1, 1)).isFalse();
        assertThat(isLostRealm(2, 2)).isFalse();
    }

    @Test
    void inALostRealmOnlyWhatTheDeskSaidIsCarriedOut() {
        assertThat(List.of(new Drift.StillEnabled(AZIZA), new Drift.LeftOver(AZIZA), new Drift.MovedHere(AZIZA, NORTH)))
                .allMatch(ReconcileRules::isDesksWord);
        assertThat(List.of(
                        new Drift.Gone(AZIZA),
                        new Drift.Disabled(AZIZA),
                        new Drift.OtherRoles(AZIZA, Set.of()),
                        new Drift.Moved(AZIZA, STEPPE)))
                .noneMatch(ReconcileRules::isDesksWord);
    }

    private static boolean isLostRealm(int people, int gone) {
        List<KnownPerson> all =
                IntStream.range(0, people).mapToObj(one -> active()).toList();
        List<Drift> drifts = IntStream.range(0, gone)
                .<Drift>mapToObj(one -> one % 2 == 0 ? new Drift.Gone(AZIZA) : new Drift.Disabled(AZIZA))
                .toList();
        return ReconcileRules.isLostRealm(all, drifts);
    }

    private static List<Drift> compare(KnownPerson person, FoundLogin login) {
        return ReconcileRules.compare(List.of(person), List.of(login));
    }

    private static KnownPerson active() {
        return person(PersonState.ACTIVE, NORTH, Optional.of(NORTH));
    }

    private static KnownPerson person(PersonState state, Login.Place place, Optional<Login.Place> seen) {
        return new KnownPerson(AZIZA, state, place, RESPONDER, seen);
    }

    private static FoundLogin login() {
        return found(true, false, NORTH);
    }

    private static FoundLogin found(boolean enabled, boolean unused, Login.Place place) {
        return new FoundLogin(new Login(AZIZA, enabled, Optional.of(place), true, unused), RESPONDER);
    }
}
