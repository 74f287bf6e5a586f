package org.ovoz.intake.coverage;

import org.ovoz.contracts.coverage.LanguageCoverage;

/** What a record of the coverage topic turned out to be. */
sealed interface CoverageNews {

    record Said(LanguageCoverage coverage) implements CoverageNews {}

    /** Kept for people to look at. */
    record Refused(String reason) implements CoverageNews {}

    /** A tombstone. */
    record Nothing() implements CoverageNews {}
}
