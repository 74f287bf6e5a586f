package org.ovoz.intake.routing;

import org.ovoz.intake.routing.Narrowing.Narrowed;

/** Names rules by what held, so that the name alone says how well the teams fit. */
final class RuleName {

    private RuleName() {}

    /** Such as {@code child-language-region-need}, {@code language-and-region}, {@code languages-and-need}. */
    static String of(String reading, Narrowed held) {
        String place = held.region() ? "-and-region" : "";
        String placeAndNeed = held.region() ? "-region-need" : "-and-need";
        return ofChild(reading + (held.need() ? placeAndNeed : place), held.child());
    }

    static String ofRegion(Narrowed held) {
        return ofChild(held.need() ? "region-and-need" : "region", held.child());
    }

    static String ofChild(String rule, boolean child) {
        return child ? "child-" + rule : rule;
    }
}
