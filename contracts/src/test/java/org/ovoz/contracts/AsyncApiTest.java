package org.ovoz.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ovoz.contracts.coverage.LanguageCoverage;
import org.ovoz.contracts.desk.DeskEvent;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.report.ReplyFailure;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.contracts.team.TeamSuspended;

/** The AsyncAPI document says what the records are, no more and no less. */
class AsyncApiTest {

    private static JsonNode document = MissingNode.getInstance();

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
    }

    static Stream<Class<?>> records() {
        return Stream.concat(
                EventTypes.all().values().stream(),
                Stream.of(Addressed.class, TeamRecord.class, TeamSuspended.class, LanguageCoverage.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aSchemaHasExactlyTheFieldsOfItsRecord(Class<?> record) {
        JsonNode schema = schema(record.getSimpleName());
        List<String> documented = new ArrayList<>();
        schema.get("properties")
                .properties()
                .forEach(field -> documented.add(field.getKey() + " " + form(field.getValue())));
        List<String> actual = Arrays.stream(record.getRecordComponents())
                .map(field -> field.getName() + " " + form(field))
                .toList();
        assertThat(documented).containsExactlyElementsOf(actual);
        assertThat(texts(schema.get("required")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(record.getRecordComponents())
                        .filter(field -> !mayBeAbsent(field))
                        .map(RecordComponent::getName)
                        .toList());
    }

    /** Null, or added later. */
    private static boolean mayBeAbsent(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || field.getAccessor().isAnnotationPresent(JsonSetter.class);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void anEnumHasExactlyItsValues(Class<? extends Enum<?>> type) {
        List<String> values = Arrays.stream(type.getEnumConstants())
                .map(Json::write)
                .map(json -> json.replace("\"", ""))
                .toList();
        assertThat(texts(schema(type.getSimpleName()).get("enum"))).containsExactlyElementsOf(values);
    }

    static Stream<Class<? extends Enum<?>>> enums() {
        return Stream.of(Channel.class, TextsAllowed.class, AddressedAs.class, ReplyRefusal.class, ReplyFailure.class);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeHasThePatternThatItsTypeChecks(Class<?> code) throws ReflectiveOperationException {
        var form = code.getDeclaredField("FORM");
        form.setAccessible(true);
        assertThat(schema(code.getSimpleName()).get("pattern").asText()).isEqualTo("^" + form.get(null) + "$");
    }

    static Stream<Class<?>> codes() {
        return Stream.of(TeamId.class, OrganisationId.class, LanguageTag.class, RegionCode.class, RuleId.class);
    }

    @Test
    void aTopicCarriesExactlyTheEventsOfItsWriter() {
        assertThat(messagesOf(Topics.REPORTS)).isEqualTo(names(ReportEvent.class.getPermittedSubclasses()));
        assertThat(messagesOf(Topics.DESK)).isEqualTo(names(DeskEvent.class.getPermittedSubclasses()));
        assertThat(messagesOf(Topics.TEAMS)).isEqualTo(Set.of("TeamRecord", "TeamSuspended"));
        assertThat(messagesOf(Topics.COVERAGE)).isEqualTo(Set.of("LanguageCoverage"));
        assertThat(document.get("channels").size()).isEqualTo(4);
    }

    @Test
    void aMessageHasTheTypeThatIsSent() {
        EventTypes.all()
                .forEach((type, record) ->
                        assertThat(typeOf(record.getSimpleName())).isEqualTo(type));
        assertThat(typeOf("TeamRecord")).isEqualTo(SignedTeamRecord.TYPE);
        assertThat(typeOf("TeamSuspended")).isEqualTo(TeamSuspended.TYPE);
        assertThat(typeOf("LanguageCoverage")).isEqualTo(LanguageCoverage.TYPE);
    }

    private static JsonNode schema(String name) {
        JsonNode schema = document.at("/components/schemas/" + name);
        assertThat(schema.isObject()).as("schema " + name).isTrue();
        return schema;
    }

    private static String typeOf(String message) {
        return document.at("/components/messages/" + message + "/headers/properties/ce_type/const")
                .asText();
    }

    private static Set<String> messagesOf(String topic) {
        for (JsonNode channel : document.get("channels")) {
            if (channel.get("address").asText().equals(topic)) {
                Set<String> names = new TreeSet<>();
                channel.get("messages").fieldNames().forEachRemaining(names::add);
                return names;
            }
        }
        throw new AssertionError("no channel for " + topic);
    }

    private static Set<String> names(Class<?>[] types) {
        return Arrays.stream(types).map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** A property as one word: the schema it refers to, or its type. */
    private static String form(JsonNode property) {
        if (property.has("$ref")) {
            return property.get("$ref").asText().replaceFirst("#/components/schemas/", "");
        }
        String type = property.get("type").asText();
        if (type.equals("array")) {
            return "list of " + form(property.get("items"));
        }
        return property.has("format") ? type + " " + property.get("format").asText() : type;
    }

    private static String form(RecordComponent field) {
        return form(field.getGenericType());
    }

    private static String form(Type type) {
        if (type instanceof ParameterizedType list) {
            return "list of " + form(list.getActualTypeArguments()[0]);
        }
        if (type == Instant.class) {
            return "string date-time";
        } else if (type == String.class) {
            return "string";
        } else if (type == boolean.class) {
            return "boolean";
        } else if (type == long.class) {
            return "integer int64";
        }
        return ((Class<?>) type).getSimpleName();
    }
}
