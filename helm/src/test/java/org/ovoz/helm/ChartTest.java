package org.ovoz.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChartTest {

    static Stream<Manifest> manifests() {
        return Stream.concat(Chart.withDefaults().stream(), Chart.withEverything().stream());
    }

    @Test
    void theChartHasNothingThatLintWarnsOf() {
        var lint = Chart.lint();
        assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void everyManifestIsWhatTheKubernetesApiExpects(Manifest manifest) {
        assertThatCode(() -> KubernetesTypes.check(manifest)).doesNotThrowAnyException();
    }

    @Test
    void aManifestWithAnUnknownFieldIsNoticed() {
        String typo = """
                {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"name":"a"},"automountServiceAccountTokens":false}""";
        assertThatThrownBy(() -> KubernetesTypes.check(
                        new Manifest(JsonParser.parseString(typo).getAsJsonObject())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachServiceMayBeInstalledAlone() {
        assertThat(Chart.with("intake.enabled", false))
                .noneMatch(it -> it.name().contains("intake"));
        assertThat(Chart.with("desk.enabled", false)).noneMatch(it -> it.name().contains("desk"));
    }

    @Test
    void theServicesMayLiveInTwoNamespaces() {
        List<Manifest> manifests = Chart.withEverything();
        assertThat(manifests)
                .allSatisfy(it -> assertThat(it.text("metadata.namespace"))
                        .isEqualTo(it.name().contains("-intake") ? "ovoz-intake" : "ovoz-desk"));
    }

    @Test
    void nothingOfTheManagementPortsIsBehindAServiceOrAnIngress() {
        assertThat(manifests()
                        .filter(it -> it.kind().equals("Service"))
                        .flatMap(it -> it.objects("spec.ports").stream())
                        .map(port -> port.get("targetPort").getAsString()))
                .containsOnly("http", "orders");
        assertThat(manifests()
                        .filter(it -> it.kind().equals("Ingress"))
                        .map(it -> it.tree().toString()))
                .isNotEmpty()
                .allMatch(ingress -> ingress.contains("\"port\":{\"name\":\"http\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "intake.twilio.authToken, 0123456789abcdef0123456789abcdef",
        "intake.database.password, secret",
        "intake.database.url, postgresql://user:secret@db:5432/intake",
        "intake.database.url, jdbc:postgresql://db/intake",
        "intake.publicUrl, http://reports.example.org",
        "intake.publicUrl, https://reports.example.org/path",
        "intake.line.immediateAnswer, perhaps",
        "intake.replicas, 0",
        "intake.twilio.accountSid, AC123",
        "intake.image.digest, latest",
        "intake.unknown, 1",
        "desk.staff.number, 2025550170",
        "desk.intakeUrl, http://intake:8443",
        "desk.oidc.url, http://keycloak/realms/ovoz",
        "desk.smtp.port, 70000",
        "separateNodes, sometimes",
        "kafka.bootstrap, kafka",
        "unknown, 1",
    })
    void aValueThatCannotBeRightIsRefused(String key, String value) {
        assertThatThrownBy(() -> Chart.with(key, value))
                .hasMessageContaining("schema")
                .hasMessageContaining(key.substring(key.lastIndexOf(".") + 1));
    }
}
