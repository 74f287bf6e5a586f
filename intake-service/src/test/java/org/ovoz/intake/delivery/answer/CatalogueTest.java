package org.ovoz.intake.delivery.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.transport.carrier.Segments;

@IntakeTest
class CatalogueTest {

    private static final List<String> GIVEAWAYS = List.of("ovoz", "http", "www", "/", "@", "help", "sos", "ngo");

    @ConfigProperty(name = "ovoz.line.languages")
    List<String> tags;

    @Test
    void everyLanguageOfTheLineHasATextOfItsOwn() {
        assertThat(languages()).hasSize(11);
        assertThat(languages().stream().map(CatalogueTest::neutral)).doesNotHaveDuplicates();
    }

    @Test
    void eachFitsOneSegment() {
        assertThat(languages())
                .allSatisfy(language ->
                        assertThat(Segments.of(neutral(language)).count()).isEqualTo(1));
    }

    @Test
    void eachAsksForTheSameAnswer() {
        assertThat(languages())
                .allSatisfy(language -> assertThat(neutral(language)).contains("1"));
    }

    @Test
    void noneNamesAnybodyOrLeadsAnywhere() {
        assertThat(languages()).allSatisfy(language -> {
            String text = neutral(language).toLowerCase(Locale.ROOT);
            assertThat(GIVEAWAYS).noneMatch(text::contains);
            assertThat(text).doesNotContainPattern("\\w\\.\\w");
        });
    }

    @Test
    void aLanguageWithoutTextsStopsTheStart() {
        assertThatThrownBy(() -> new Catalogue(List.of(new LanguageTag("fr")))).hasMessageContaining("fr");
    }

    private List<LanguageTag> languages() {
        return tags.stream().map(LanguageTag::new).toList();
    }

    private static String neutral(LanguageTag language) {
        return new Catalogue(List.of(language)).neutral(language).orElseThrow();
    }
}
