package org.ovoz.local.journeys.phones;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.Json;
import org.ovoz.local.journeys.web.Await;
import org.ovoz.local.journeys.web.Web;

/** One of the carrier's phones, used as its page does: look at what arrived, write a text, press send. */
public final class Phone {
    private final Web web;
    private final URI phone;

    public Phone(Web web, URI carrier, String number) {
        this.web = web;
        this.phone = URI.create(carrier + "/control/phones/" + Web.encode(number));
    }

    /** Puts it among the carrier's phones, or gives it that name there. */
    public void label(String label) {
        web.send(Web.request(phone)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(Json.write(Map.of("label", label))))
                        .build())
                .expect(200);
    }

    public List<Text> received() {
        JsonNode texts = web.get(phone).expect(200).as(JsonNode.class).path("texts");
        return StreamSupport.stream(texts.spliterator(), false)
                .filter(text -> text.path("direction").asText().equals("received"))
                .map(Phone::text)
                .toList();
    }

    /** The carrier's ids of all texts from and to it. */
    public List<String> carriersIds() {
        JsonNode texts = web.get(phone).expect(200).as(JsonNode.class).path("texts");
        return StreamSupport.stream(texts.spliterator(), false)
                .map(text -> text.path("id").asText())
                .toList();
    }

    /** @param known how many texts it had before; only later ones count */
    public Text awaitText(String expected, Duration within, int known, Predicate<Text> like) {
        return Await.until(expected, within, () -> firstLike(known, like));
    }

    private Optional<Text> firstLike(int known, Predicate<Text> like) {
        return received().stream().skip(known).filter(like).findFirst();
    }

    public void send(String to, String body) {
        send(to, body, List.of());
    }

    public void send(String to, String body, List<Enclosed> enclosed) {
        List<Map<String, String>> media = enclosed.stream()
                .map(one ->
                        Map.of("type", one.type(), "data", Base64.getEncoder().encodeToString(one.bytes())))
                .toList();
        web.send(Web.request(URI.create(phone + "/texts"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Json.write(Map.of("to", to, "text", body, "media", media))))
                        .build())
                .expect(201);
    }

    private static Text text(JsonNode text) {
        return new Text(
                text.path("id").asText(),
                text.path("peer").asText(),
                text.path("text").asText(),
                text.path("segments").asInt(),
                Instant.parse(text.path("at").asText()));
    }
}
