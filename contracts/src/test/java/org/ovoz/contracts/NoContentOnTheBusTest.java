package org.ovoz.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.contracts.desk.PersonId;

/** DESIGN 4: no content and no contact crosses the bus, not even sealed. Whatever could hold free text, a number or a name is refused. */
class NoContentOnTheBusTest {

    /** Ids, codes of a closed form, times and yes or no: nothing that a text or a number fits into. */
    private static final Set<Class<?>> HARMLESS = Set.of(
            ReportId.class,
            ItemId.class,
            TeamId.class,
            PersonId.class,
            RuleId.class,
            LanguageTag.class,
            RegionCode.class,
            Instant.class,
            boolean.class);

    @Test
    void noEventHasAFieldThatCouldHoldContentOrContact() {
        List<String> refused = new ArrayList<>();
        EventTypes.all().values().forEach(event -> refuse(event, event.getSimpleName(), refused));
        refuse(LanguageCoverage.class, "LanguageCoverage", refused);
        assertThat(refused).isEmpty();
    }

    /** The reporter's wishes and needs choose teams and stay in intake (DESIGN 4). */
    @Test
    void whatRoutingIsAskedIsNoEvent() {
        assertThat(EventTypes.all().values())
                .flatExtracting(event -> Arrays.asList(event.getRecordComponents()))
                .extracting(field -> field.getName())
                .doesNotContain("needs", "wishes", "couldBe");
    }

    @Test
    void aFieldOfFreeTextANumberOrBytesIsFound() {
        List<String> refused = new ArrayList<>();
        refuse(Leaky.class, "Leaky", refused);
        assertThat(refused)
                .containsExactly(
                        "Leaky.note", "Leaky.number", "Leaky.sealed", "Leaky.tags", "Leaky.inner.name", "Leaky.any");
    }

    @Test
    void theCodesHoldNoNumberAndNoSentence() {
        for (String canary : List.of("+12025550111", "12025550111", "They took my passport", "998901234567")) {
            assertRefused(() -> new TeamId(canary));
            assertRefused(() -> new RuleId(canary));
            assertRefused(() -> new LanguageTag(canary));
            assertRefused(() -> new RegionCode(canary));
        }
    }

    private static void assertRefused(Runnable construction) {
        org.assertj.core.api.Assertions.assertThatThrownBy(construction::run)
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refuse(Class<?> record, String path, List<String> refused) {
        for (RecordComponent field : record.getRecordComponents()) {
            refuse(field.getGenericType(), path + "." + field.getName(), refused);
        }
    }

    private static void refuse(Type type, String path, List<String> refused) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            refuse(list.getActualTypeArguments()[0], path, refused);
        } else if (type instanceof Class<?> plain && !HARMLESS.contains(plain) && !plain.isEnum()) {
            if (plain.isRecord() && Arrays.stream(plain.getRecordComponents()).count() > 0) {
                refuse(plain, path, refused);
            } else {
                refused.add(path);
            }
        }
    }

    record Leaky(
            ReportId reportId, String note, long number, byte[] sealed, List<String> tags, Inner inner, Object any) {}

    record Inner(TeamId team, String name) {}
}
