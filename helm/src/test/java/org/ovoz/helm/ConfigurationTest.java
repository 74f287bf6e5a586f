package org.ovoz.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chart gives a service and what the service asks for are the same. */
class ConfigurationTest {

    private static final Pattern ASKED = Pattern.compile("\\$\\{(OVOZ_[A-Z_]+)(:?)");

    private final List<Manifest> release = Chart.withDefaults();

    @ParameterizedTest
    @CsvSource({"intake, intake-service", "desk, notify-service"})
    void aServiceIsGivenAllThatHasNoDefault(String part, String module) throws IOException {
        Set<String> needed = asked(module).stream()
                .filter(variable -> variable.group(2).isEmpty())
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(given(part)).containsAll(needed);
    }

    @ParameterizedTest
    @CsvSource({"intake, intake-service", "desk, notify-service"})
    void nothingIsGivenThatNobodyAsksFor(String part, String module) throws IOException {
        Set<String> known = asked(module).stream()
                .map(variable -> variable.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(known).containsAll(given(part));
    }

    @Test
    void whatIsOffByDefaultIsGivenOnceItIsSwitchedOn() {
        List<Manifest> everything = Chart.withEverything();
        assertThat(given(everything, "line-one-desk"))
                .contains(
                        "OVOZ_KEYCLOAK_ADMIN_URL",
                        "OVOZ_KEYCLOAK_ADMIN_SECRET",
                        "OVOZ_VAPID_KEY",
                        "OVOZ_CANARY_LINES",
                        "OVOZ_CANARY_EVERY");
        assertThat(given(everything, "line-one-intake")).contains("OVOZ_CANARY_NUMBERS");
        assertThat(given("desk")).doesNotContain("OVOZ_KEYCLOAK_ADMIN_SECRET", "OVOZ_VAPID_KEY", "OVOZ_CANARY_LINES");
    }

    private static List<MatchResult> asked(String module) throws IOException {
        Path properties = Path.of("..", module, "src", "main", "resources", "application.properties");
        return ASKED.matcher(Files.readString(properties)).results().toList();
    }

    private Set<String> given(String part) {
        return given(release, "ovoz-" + part);
    }

    private static Set<String> given(List<Manifest> release, String object) {
        Set<String> given = new TreeSet<>();
        Manifest.find(release, "ConfigMap", object)
                .at("data")
                .getAsJsonObject()
                .keySet()
                .forEach(given::add);
        Manifest deployment = Manifest.find(release, "Deployment", object);
        for (JsonObject container : deployment.objects("spec.template.spec.containers")) {
            container
                    .getAsJsonArray("env")
                    .forEach(variable ->
                            given.add(variable.getAsJsonObject().get("name").getAsString()));
        }
        given.removeIf(name -> !name.startsWith("OVOZ_"));
        return given;
    }
}
