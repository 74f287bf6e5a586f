package org.ovoz.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodRulesTest {

    static List<List<Manifest>> releases() {
        return List.of(Chart.withDefaults(), Chart.withEverything());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void noContainerIsRootOrCanWriteOrGainRights(List<Manifest> release) {
        assertThat(Chart.containers(release))
                .hasSize(2)
                .allSatisfy(container ->
                        assertThat(container.get("securityContext")).isEqualTo(JsonParser.parseString("""
                                {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"capabilities":{"drop":["ALL"]}}""")));
        assertThat(deployments(release)).allSatisfy(pod -> {
            assertThat(pod.at("spec.template.spec.securityContext.runAsNonRoot").getAsBoolean())
                    .isTrue();
            assertThat(pod.at("spec.template.spec.securityContext.runAsUser").getAsInt())
                    .isPositive();
            assertThat(pod.text("spec.template.spec.securityContext.seccompProfile.type"))
                    .isEqualTo("RuntimeDefault");
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void eachServiceHasAnAccountOfItsOwnWithoutAToken(List<Manifest> release) {
        assertThat(deployments(release))
                .extracting(pod -> pod.text("spec.template.spec.serviceAccountName"))
                .doesNotHaveDuplicates()
                .allSatisfy(account -> assertThat(Manifest.find(release, "ServiceAccount", account)
                                .at("automountServiceAccountToken")
                                .getAsBoolean())
                        .isFalse());
        assertThat(deployments(release))
                .allSatisfy(pod -> assertThat(pod.at("spec.template.spec.automountServiceAccountToken")
                                .getAsBoolean())
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everySecretComesByReference(List<Manifest> release) {
        assertThat(release).noneMatch(manifest -> manifest.kind().equals("Secret"));
        assertThat(Chart.containers(release))
                .allSatisfy(container -> assertThat(container.getAsJsonArray("env"))
                        .allSatisfy(variable -> assertThat(
                                        variable.getAsJsonObject().keySet())
                                .containsExactlyInAnyOrder("name", "valueFrom")));
        assertThat(release.stream().filter(manifest -> manifest.kind().equals("ConfigMap")))
                .hasSize(2)
                .allSatisfy(
                        config -> assertThat(config.at("data").getAsJsonObject().keySet())
                                .noneMatch(name -> name.matches(".*(PASSWORD|TOKEN|SECRET|DB_USER).*")));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void theServicesShareNoSecret(List<Manifest> release) {
        Set<String> intake = secretsOf(Manifest.find(release, "Deployment", nameOf(release, "intake")));
        Set<String> desk = secretsOf(Manifest.find(release, "Deployment", nameOf(release, "desk")));
        assertThat(intake).isNotEmpty().doesNotContainAnyElementsOf(desk);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyContainerIsProbedOnItsManagementPortAndHasAMemoryLimit(List<Manifest> release) {
        assertThat(Chart.containers(release)).allSatisfy(container -> {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container
                                .getAsJsonObject(probe)
                                .getAsJsonObject("httpGet")
                                .get("port")
                                .getAsString())
                        .isEqualTo("management");
            }
            assertThat(container
                            .getAsJsonObject("resources")
                            .getAsJsonObject("limits")
                            .has("memory"))
                    .isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aNodeMayLeaveWithoutTakingAServiceWithIt(List<Manifest> release) {
        assertThat(release.stream().filter(manifest -> manifest.kind().equals("PodDisruptionBudget")))
                .hasSize(2)
                .allSatisfy(budget ->
                        assertThat(budget.at("spec.maxUnavailable").getAsInt()).isEqualTo(1));
    }

    private static List<Manifest> deployments(List<Manifest> release) {
        return release.stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .toList();
    }

    private static String nameOf(List<Manifest> release, String part) {
        return deployments(release).stream()
                .map(Manifest::name)
                .filter(name -> name.endsWith(part))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> secretsOf(Manifest deployment) {
        JsonObject pod = deployment.at("spec.template.spec").getAsJsonObject();
        Set<String> secrets = StreamSupport.stream(pod.getAsJsonArray("volumes").spliterator(), false)
                .map(volume -> volume.getAsJsonObject().getAsJsonObject("secret"))
                .filter(secret -> secret != null)
                .map(secret -> secret.get("secretName").getAsString())
                .collect(Collectors.toCollection(TreeSet::new));
        pod.getAsJsonArray("containers")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("env")
                .forEach(variable -> {
                    JsonObject from = variable.getAsJsonObject().getAsJsonObject("valueFrom");
                    if (from.has("secretKeyRef")) {
                        secrets.add(
                                from.getAsJsonObject("secretKeyRef").get("name").getAsString());
                    }
                });
        return secrets;
    }
}
