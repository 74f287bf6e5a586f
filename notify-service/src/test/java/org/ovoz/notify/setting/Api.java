package org.ovoz.notify.setting;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The desk's API as those see it who have a login for it. */
public final class Api {

    private static final String ADMIN_SUBJECT = UUID.randomUUID().toString();

    private Api() {}

    public static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification as(Person person) {
        return with(person.token());
    }

    public static RequestSpecification asAdmin() {
        return with(DeskSetting.get().logins().token(ADMIN_SUBJECT, "admin")).contentType(ContentType.JSON);
    }

    public static RequestSpecification asAuditor() {
        return with(DeskSetting.get().logins().token(UUID.randomUUID().toString(), "auditor"));
    }
}
