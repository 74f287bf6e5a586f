package org.ovoz.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.ovoz.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsStandAloneTest {

    @ArchTest
    static final ArchRule noFrameworkAndNoBeans = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.crypto..",
                    "org.ovoz.contracts..",
                    "com.fasterxml.jackson..",
                    "com.nimbusds.jose..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule eventsDoNotKnowEachOthersTopics =
            slices().matching("org.ovoz.contracts.(report|desk)").should().notDependOnEachOther();
}
