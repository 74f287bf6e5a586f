package org.ovoz.helm;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** One rendered Kubernetes object. */
record Manifest(JsonObject tree) {

    String kind() {
        return tree.get("kind").getAsString();
    }

    String name() {
        return text("metadata.name");
    }

    /** The value at a dotted path of plain keys. */
    JsonElement at(String path) {
        JsonElement found = tree;
        for (String key : path.split("\\.")) {
            found = found.getAsJsonObject().get(key);
            if (found == null) {
                throw new AssertionError(kind() + " " + name() + " has no " + path);
            }
        }
        return found;
    }

    String text(String path) {
        return at(path).getAsString();
    }

    List<JsonObject> objects(String path) {
        List<JsonObject> objects = new ArrayList<>();
        JsonArray array = at(path).getAsJsonArray();
        array.forEach(element -> objects.add(element.getAsJsonObject()));
        return objects;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }

    static Manifest find(List<Manifest> manifests, String kind, String name) {
        return manifests.stream()
                .filter(manifest ->
                        manifest.kind().equals(kind) && manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " among " + manifests));
    }
}
