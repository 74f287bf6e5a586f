package org.ovoz.notify.referral.directory;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ovoz.notify.setting.Api;

/** A service that tests bring to the directory, found by a name of its own. */
public final class AService {

    public static final String ALL = "/api/v1/services";

    private final UUID id = UUID.randomUUID();
    private final Map<String, Object> form = new HashMap<>(Map.of(
            "name",
            "service " + id,
            "kind",
            "shelter",
            "regions",
            List.of("RU-MOW"),
            "languages",
            List.of("uz-Latn", "ru"),
            "needs",
            List.of("shelter", "food"),
            "zone",
            "Europe/Moscow",
            "weekly",
            List.of(),
            "takesUndocumented",
            true,
            "takesChildren",
            false,
            "phone",
            "+7 999 000-00-00"));

    private AService() {}

    public static AService inMoscow() {
        return new AService();
    }

    public AService with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    /** As an administrator brings it. */
    public AService kept() {
        save().then().statusCode(204);
        return this;
    }

    public Response save() {
        return Api.asAdmin().body(form).put(path());
    }

    public AService thatNobodyIsSentTo() {
        Api.asAdmin()
                .body(Map.of("reason", "handed-over"))
                .post(path() + "/never-refer")
                .then()
                .statusCode(204);
        return this;
    }

    public UUID id() {
        return id;
    }

    public Map<String, Object> form() {
        return form;
    }

    public String path() {
        return ALL + "/" + id;
    }
}
