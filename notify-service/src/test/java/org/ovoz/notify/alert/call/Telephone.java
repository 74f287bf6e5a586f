package org.ovoz.notify.alert.call;

import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.setting.CarrierWebhook;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.FakeCarrier;

/** Somebody's telephone: what it hears when a call is answered, and which keys are pressed. */
record Telephone(FakeCarrier.Called call, XmlPath script) {

    static final String KEYS_EN = "Press 1 to confirm. Press 2 to take it.";
    static final String KEYS_RU = "Нажмите 1, чтобы подтвердить. Нажмите 2, чтобы взять себе.";
    static final List<String> EVERY_CALL_SAYS = List.of(KEYS_EN, KEYS_RU);

    static Telephone answer(FakeCarrier.Called call) {
        return answer(call, Map.of("AnsweredBy", "human"));
    }

    static Telephone answer(FakeCarrier.Called call, Map<String, String> besides) {
        return new Telephone(call, ask(call, call.script(), besides));
    }

    /** None is pressed for an empty key. */
    Telephone press(String key) {
        String next = script.getString("Response.Gather.@action").replace(DeskSetting.PUBLIC_URL, "");
        return new Telephone(call, ask(call, next, Map.of("Digits", key)));
    }

    List<String> said() {
        List<String> inside = script.getList("Response.Gather.Say");
        return inside.isEmpty() ? script.getList("Response.Say") : inside;
    }

    boolean asksForAKey() {
        return !said().isEmpty() && said().stream().anyMatch(EVERY_CALL_SAYS::contains);
    }

    boolean hangsUpWithoutAWord() {
        return said().isEmpty() && script.get("Response.Hangup") != null;
    }

    static void tell(FakeCarrier.Called call, String status, @Nullable String answeredBy) {
        Map<String, String> form = form(call, answeredBy == null ? Map.of() : Map.of("AnsweredBy", answeredBy));
        form.put("CallStatus", status);
        CarrierWebhook.post(call.statusCallback(), form).then().statusCode(204);
    }

    static Map<String, String> form(FakeCarrier.Called call, Map<String, String> besides) {
        Map<String, String> form = new HashMap<>(Map.of(
                "CallSid",
                "CA" + "0".repeat(32),
                "AccountSid",
                FakeCarrier.ACCOUNT,
                "From",
                call.from(),
                "To",
                call.to(),
                "CallStatus",
                "in-progress",
                "Direction",
                "outbound-api"));
        form.putAll(besides);
        return form;
    }

    private static XmlPath ask(FakeCarrier.Called call, String path, Map<String, String> besides) {
        Response answer = CarrierWebhook.post(path, form(call, besides));
        answer.then().statusCode(200).contentType("application/xml");
        return answer.xmlPath();
    }
}
