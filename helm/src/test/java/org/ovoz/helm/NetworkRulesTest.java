package org.ovoz.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may talk to whom. The rules hold only in a cluster whose network enforces policies. */
class NetworkRulesTest {

    private final List<Manifest> release = Chart.withDefaults();
    private final Manifest intake = Manifest.find(release, "NetworkPolicy", "ovoz-intake");
    private final Manifest desk = Manifest.find(release, "NetworkPolicy", "ovoz-desk");

    @Test
    void eachServiceDeniesWhatItsPolicyDoesNotList() {
        assertThat(List.of(intake, desk))
                .allSatisfy(
                        policy -> assertThat(policy.at("spec.policyTypes")).hasToString("[\"Ingress\",\"Egress\"]"));
    }

    @Test
    void noRuleMeansEverybodyByMistake() {
        for (List<Manifest> rendered : List.of(release, Chart.withEverything())) {
            for (Manifest policy : List.of(
                    Manifest.find(rendered, "NetworkPolicy", nameOf(rendered, "intake")),
                    Manifest.find(rendered, "NetworkPolicy", nameOf(rendered, "desk")))) {
                assertThat(policy.objects("spec.ingress"))
                        .allSatisfy(
                                rule -> assertThat(rule.getAsJsonArray("from")).isNotEmpty());
                assertThat(policy.objects("spec.egress"))
                        .allSatisfy(
                                rule -> assertThat(rule.getAsJsonArray("to")).isNotEmpty());
                assertThat(policy.objects("spec.ingress"))
                        .allSatisfy(
                                rule -> assertThat(rule.getAsJsonArray("ports")).isNotEmpty());
            }
        }
    }

    @Test
    void ofIntakeTheDeskReachesTheOrdersPortAlone() {
        assertThat(portsTowards(desk, "\"app.kubernetes.io/component\":\"intake\""))
                .containsExactly(8443);
        assertThat(portsFrom(intake, "\"app.kubernetes.io/component\":\"desk\""))
                .containsExactly(8443);
    }

    @Test
    void onlyTheDeskReachesTheOrdersPort() {
        assertThat(intake.objects("spec.ingress"))
                .filteredOn(rule -> ports(rule).contains(8443))
                .singleElement()
                .satisfies(rule -> assertThat(rule.getAsJsonArray("from"))
                        .singleElement()
                        .asString()
                        .contains("\"app.kubernetes.io/component\":\"desk\""));
    }

    @Test
    void thePublicReachesThePublicPortsAlone() {
        assertThat(portsFrom(intake, "\"kubernetes.io/metadata.name\":\"ingress\""))
                .containsExactly(8080);
        assertThat(portsFrom(desk, "\"kubernetes.io/metadata.name\":\"ingress\""))
                .containsExactly(8081);
    }

    @Test
    void intakeNeverCallsTheDesk() {
        assertThat(portsTowards(intake, "\"app.kubernetes.io/component\":\"desk\""))
                .isEmpty();
        assertThat(portsFrom(desk, "\"app.kubernetes.io/component\":\"intake\""))
                .isEmpty();
    }

    @Test
    void intakeHasNoRouteToKeycloakOrTheDesksDatabase() {
        assertThat(portsTowards(intake, "keycloak")).isEmpty();
        assertThat(portsTowards(intake, "desk-db")).isEmpty();
        assertThat(portsTowards(desk, "keycloak")).containsExactly(8443);
    }

    @Test
    void theDeskHasNoRouteToReportsOrShredKeys() {
        assertThat(portsTowards(desk, "intake-db")).isEmpty();
        assertThat(portsTowards(desk, "shred-db")).isEmpty();
    }

    @Test
    void theWayToTheCarrierLeadsToNoPrivateAddress() {
        assertThat(intake.objects("spec.egress"))
                .filteredOn(rule -> ports(rule).contains(443))
                .singleElement()
                .asString()
                .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
    }

    @Test
    void nobodyReadsMetricsUnlessListed() {
        assertThat(List.of(intake, desk))
                .allSatisfy(policy -> assertThat(policy.objects("spec.ingress"))
                        .noneMatch(rule ->
                                ports(rule).contains(9000) || ports(rule).contains(9001)));
        Manifest listed = Manifest.find(Chart.withEverything(), "NetworkPolicy", "line-one-intake");
        assertThat(portsFrom(listed, "prometheus")).containsExactly(9000);
    }

    private static String nameOf(List<Manifest> rendered, String part) {
        return rendered.stream()
                .filter(it -> it.kind().equals("NetworkPolicy") && it.name().endsWith(part))
                .map(Manifest::name)
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> portsTowards(Manifest policy, String peer) {
        return portsOf(policy.objects("spec.egress"), "to", peer);
    }

    private static List<Integer> portsFrom(Manifest policy, String peer) {
        return portsOf(policy.objects("spec.ingress"), "from", peer);
    }

    private static List<Integer> portsOf(List<JsonObject> rules, String side, String peer) {
        return rules.stream()
                .filter(rule -> rule.getAsJsonArray(side).toString().contains(peer))
                .flatMap(rule -> ports(rule).stream())
                .toList();
    }

    private static Set<Integer> ports(JsonObject rule) {
        List<Integer> ports = new ArrayList<>();
        for (JsonElement port : rule.getAsJsonArray("ports")) {
            ports.add(port.getAsJsonObject().get("port").getAsInt());
        }
        return Set.copyOf(ports);
    }
}
