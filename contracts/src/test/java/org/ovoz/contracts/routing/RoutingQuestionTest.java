package org.ovoz.contracts.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;

class RoutingQuestionTest {

    @Test
    void languageAndRegionAreEnough() {
        assertThat(Json.read("{\"language\":\"tg\",\"region\":\"RU-PRI\"}", RoutingQuestion.class))
                .isEqualTo(RoutingQuestion.of(new LanguageTag("tg"), new RegionCode("RU-PRI")));
    }

    @Test
    void allThatCanBeAskedIsReadAsItWasWritten() {
        RoutingQuestion all = new RoutingQuestion(
                LanguageTag.UNDETERMINED,
                RegionCode.UNKNOWN,
                List.of("shelter"),
                true,
                List.of(
                        new Wish.NotOrganisation(new OrganisationId("north")),
                        new Wish.Conflict(new OrganisationId("south")),
                        new Wish.Woman(),
                        new Wish.NotCommunity("kyrgyz")),
                List.of(new LanguageTag("kk"), new LanguageTag("ky")));
        String json = Json.write(all);
        assertThat(json).contains("{\"wish\":\"not-organisation\",\"organisation\":\"north\"}", "{\"wish\":\"woman\"}");
        assertThat(Json.read(json, RoutingQuestion.class)).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"language\":\"tg\"}",
                "{\"language\":\"Tajik\",\"region\":\"RU\"}",
                "{\"language\":\"tg\",\"region\":\"RU\",\"needs\":[\"They took my passport\"]}",
                "{\"language\":\"tg\",\"region\":\"RU\",\"needs\":[null]}",
                "{\"language\":\"tg\",\"region\":\"RU\",\"wishes\":[{\"wish\":\"a-man\"}]}",
                "{\"language\":\"tg\",\"region\":\"RU\",\"wishes\":[{\"wish\":\"not-organisation\"}]}",
                "{\"language\":\"tg\",\"region\":\"RU\",\"wishes\":[{\"wish\":\"not-community\"}]}",
                "{\"language\":\"tg\",\"region\":\"RU\",\"child\":\"perhaps\"}"
            })
    void whatIsNoQuestionIsRefused(String json) {
        assertThatThrownBy(() -> Json.read(json, RoutingQuestion.class)).isInstanceOf(MalformedContractException.class);
    }

    @Test
    void anAnswerIsMadeOfCodes() {
        assertThat(Json.write(new RoutingExplanation.LeftOut(
                        new org.ovoz.contracts.TeamId("north-team"), LeftOutFor.NOT_CHILD_QUALIFIED)))
                .isEqualTo("{\"team\":\"north-team\",\"reason\":\"not-child-qualified\"}");
    }
}
