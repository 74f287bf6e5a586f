package org.ovoz.local.carrier.scene;

import java.util.Map;

/** A request that the carrier made to the application. */
public record Asked(String method, String url, Map<String, String> form, Map<String, String> headers) {

    public String field(String name) {
        return form.getOrDefault(name, "");
    }

    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }

    /** Without the part that belongs to the test. */
    public String path() {
        return java.net.URI.create(url).getPath().replaceFirst("^/[^/]+", "");
    }
}
