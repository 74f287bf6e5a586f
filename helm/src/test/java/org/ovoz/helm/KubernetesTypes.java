package org.ovoz.helm;

import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.Map;

/** The kinds that the chart may render, each with the API's own check for unknown and missing fields. A kind that is not here is refused. */
final class KubernetesTypes {

    private static final Map<String, Check> CHECKS = Map.of(
            "v1/ConfigMap", V1ConfigMap::validateJsonElement,
            "v1/Service", V1Service::validateJsonElement,
            "v1/ServiceAccount", V1ServiceAccount::validateJsonElement,
            "apps/v1/Deployment", V1Deployment::validateJsonElement,
            "policy/v1/PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "networking.k8s.io/v1/NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "networking.k8s.io/v1/Ingress", V1Ingress::validateJsonElement);

    private KubernetesTypes() {}

    /** @throws IllegalArgumentException naming the field that the API does not know or misses */
    static void check(Manifest manifest) {
        Check check = CHECKS.get(manifest.text("apiVersion") + "/" + manifest.kind());
        if (check == null) {
            throw new IllegalArgumentException("the chart renders no " + manifest.kind());
        }
        try {
            check.accept(manifest.tree());
        } catch (IOException e) {
            throw new IllegalArgumentException(manifest.toString(), e);
        }
    }

    @FunctionalInterface
    private interface Check {
        void accept(JsonElement element) throws IOException;
    }
}
