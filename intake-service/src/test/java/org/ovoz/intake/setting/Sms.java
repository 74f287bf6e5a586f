package org.ovoz.intake.setting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A text on its way in: the fields of the carrier's form. */
public record Sms(Map<String, String> fields) {

    public Sms {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Sms of(String from, String text) {
        String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MessageSid", sid);
        fields.put("SmsSid", sid);
        fields.put("AccountSid", "AC00000000000000000000000000000555");
        fields.put("From", from);
        fields.put("To", IntakeSetting.LINE);
        fields.put("Body", text);
        fields.put("NumMedia", "0");
        fields.put("ApiVersion", "2010-04-01");
        return new Sms(fields);
    }

    public String id() {
        return fields.getOrDefault("MessageSid", "");
    }

    public Sms with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Sms(changed);
    }

    public Sms without(String field) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.remove(field);
        return new Sms(changed);
    }

    public String form() {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
