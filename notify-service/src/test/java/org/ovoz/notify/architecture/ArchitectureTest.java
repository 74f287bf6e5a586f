package org.ovoz.notify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.ovoz.transport.inbox.PoisonEvent;

/** The house's rules that a tool can hold (docs: CONTRIBUTING, "How the code is laid out"). */
class ArchitectureTest {

    private static final String HERE = "org.ovoz.notify.";
    private static final JavaClasses DESK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ovoz.notify");

    @Test
    void featuresAreFreeOfCycles() {
        check(slices().matching(HERE + "(*)..").should().beFreeOfCycles());
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(slices().matching(HERE + "(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyInboxOutboxAndLiveTouchTheBus() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(HERE + "inbox..", HERE + "outbox..", HERE + "live..")
                .should()
                .dependOnClassesThat(inPackages(
                                "the bus",
                                "org.apache.kafka.",
                                "io.cloudevents.",
                                "io.smallrye.reactive.messaging.",
                                "org.eclipse.microprofile.reactive.messaging.",
                                "org.ovoz.transport.inbox.",
                                "org.ovoz.transport.outbox.")
                        .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(PoisonEvent.class)))));
    }

    @Test
    void theDeskHasNothingToOpenContentWith() {
        check(noClasses()
                .should()
                .dependOnClassesThat(inPackages("what opens content", "org.ovoz.contracts.sealing."))
                .orShould()
                .callMethod(JWEObject.class, "decrypt", JWEDecrypter.class));
    }

    /** What shows at a check-in that a responder can read. */
    @Test
    void theDeskSealsOneThing() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(HERE + "shift.checkin.TestItem")
                .should()
                .dependOnClassesThat(inPackages("what seals", "com.nimbusds.jose.JWE")));
    }

    @Test
    void onlyTextsAndCallsKnowTheCarrier() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(HERE + "alert.carrier..", HERE + "alert.sms..", HERE + "alert.call..")
                .should()
                .dependOnClassesThat(inPackages("the carrier", "org.ovoz.transport.carrier.", "com.twilio.")));
    }

    @Test
    void resourcesAreWhereAFeatureMeetsPeople() {
        check(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .andShould()
                .resideInAnyPackage(
                        HERE + "alert.call",
                        HERE + "alert.delivery",
                        HERE + "alert.push",
                        HERE + "alert.sms",
                        HERE + "alert.webhook",
                        HERE + "audit",
                        HERE + "block",
                        HERE + "canary",
                        HERE + "cases",
                        HERE + "claim",
                        HERE + "conflict",
                        HERE + "console",
                        HERE + "directory..",
                        HERE + "dispatch",
                        HERE + "due",
                        HERE + "handover",
                        HERE + "inbox",
                        HERE + "interpreting",
                        HERE + "key..",
                        HERE + "label",
                        HERE + "language",
                        HERE + "link..",
                        HERE + "live",
                        HERE + "notice",
                        HERE + "order",
                        HERE + "presence",
                        HERE + "referral..",
                        HERE + "coverage",
                        HERE + "routing",
                        HERE + "shift..",
                        HERE + "statistics"));
    }

    @Test
    void nobodyCallsAResource() {
        check(noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.simpleNameEndingWith("Resource")
                        .and(JavaClass.Predicates.resideInAPackage("org.ovoz.notify..")))
                .allowEmptyShould(false));
    }

    @Test
    void everyResourceSaysWhoMayCallIt() {
        check(classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(PermitAll.class));
    }

    @Test
    void onlyTheCarrierTheConsoleAndCalendarProgramsNeedNoLogin() {
        check(classes()
                .that()
                .areAnnotatedWith(PermitAll.class)
                .should()
                .resideInAnyPackage(
                        HERE + "alert.call", HERE + "alert.sms", HERE + "console", HERE + "shift.calendar"));
    }

    @Test
    void timeIsAClock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(HERE + "time")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void logsGoOneWay() {
        check(noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.equivalentTo(Logger.class))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    private static void check(ArchRule rule) {
        rule.check(DESK);
    }

    private static DescribedPredicate<JavaClass> inPackages(String name, String... beginnings) {
        return DescribedPredicate.describe("are " + name, one -> {
            for (String beginning : beginnings) {
                if (one.getName().startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        });
    }
}
