package org.ovoz.local.carrier;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A stand-in that shares code with what it stands opposite of would agree with its mistakes. */
@AnalyzeClasses(packages = "org.ovoz", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theStandInsShareNoCodeWithTheServices = classes()
            .should()
            .resideInAnyPackage("org.ovoz.local.carrier..", "org.ovoz.local.mailbox..", "org.ovoz.local.pages..");

    @ArchTest
    static final ArchRule nothingOfTheServicesOrOfTheProvidersSdkIsUsed = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.ovoz.contracts..",
                    "org.ovoz.transport..",
                    "org.ovoz.intake..",
                    "org.ovoz.notify..",
                    "com.twilio..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.ovoz.local.carrier.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theMailboxAndTheCarrierKnowNothingOfEachOther = slices().matching("org.ovoz.local.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("org.ovoz.local.pages.."));
}
