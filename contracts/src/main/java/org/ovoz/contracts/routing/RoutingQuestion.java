package org.ovoz.contracts.routing;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;

/**
 * What routing decides by. A text tells the language at most; a page or a phone menu may tell the rest. Lists that are absent are empty.
 *
 * @param needs codes, as the teams' records name them
 * @param couldBe where the language is undetermined: those it could be
 */
public record RoutingQuestion(
        LanguageTag language,
        RegionCode region,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> needs,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean child,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Wish> wishes,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<LanguageTag> couldBe) {

    /** More of either is nobody's answer to a form. */
    private static final int MOST = 32;

    private static final Pattern NEED = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** @throws IllegalArgumentException when a need is no code, or there are more than 32 of something */
    public RoutingQuestion {
        Objects.requireNonNull(language);
        Objects.requireNonNull(region);
        needs = List.copyOf(needs);
        wishes = List.copyOf(wishes);
        couldBe = List.copyOf(couldBe);
        if (needs.size() > MOST || wishes.size() > MOST || couldBe.size() > MOST) {
            throw new IllegalArgumentException("more than a person asks for");
        }
        if (!needs.stream().allMatch(need -> NEED.matcher(need).matches())) {
            throw new IllegalArgumentException("not a need's code, expected something like shelter");
        }
    }

    /** Of somebody who said nothing else. */
    public static RoutingQuestion of(LanguageTag language, RegionCode region) {
        return new RoutingQuestion(language, region, List.of(), false, List.of(), List.of());
    }
}
