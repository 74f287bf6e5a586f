package org.ovoz.helm;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart as Helm itself sees it. */
final class Chart {

    static final String RELEASE = "ovoz";
    static final String NAMESPACE = "hotline";

    private static final Path FOLDER = Path.of("ovoz");
    private static final Path FULL_VALUES = Path.of("src/test/resources/full-values.yaml");

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    static List<Manifest> withDefaults() {
        return manifests(template());
    }

    static List<Manifest> withEverything() {
        return manifests(template().withValuesFile(FULL_VALUES));
    }

    static List<Manifest> with(String key, Object value) {
        return manifests(template().set(key, value));
    }

    private static TemplateCommand template() {
        return new Helm(FOLDER)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion("1.31.0");
    }

    private static List<Manifest> manifests(TemplateCommand template) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        List<Manifest> manifests = new ArrayList<>();
        for (Object document : yaml.loadAll(template.call())) {
            if (document instanceof Map<?, ?> map) {
                manifests.add(new Manifest(new Gson().toJsonTree(map).getAsJsonObject()));
            }
        }
        return manifests;
    }

    static List<JsonObject> containers(List<Manifest> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.kind().equals("Deployment"))
                .flatMap(deployment -> deployment.objects("spec.template.spec.containers").stream())
                .toList();
    }
}
