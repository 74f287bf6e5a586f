package org.ovoz.intake.teams;

import com.nimbusds.jose.jwk.ECKey;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ovoz.contracts.BadSignatureException;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.team.SignedTeamRecord;
import org.ovoz.contracts.team.TeamRecord;
import org.ovoz.contracts.team.TeamSuspended;
import org.ovoz.intake.keys.LineKeys;

/** What a record of the teams topic says. Only what the administration key signed can add or change a team. */
@Singleton
class ReadTeamEvent {

    private final ECKey administration;

    ReadTeamEvent(LineKeys keys) {
        this.administration = keys.administration();
    }

    TeamNews read(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            return new TeamNews.Nothing();
        }
        try {
            CloudEvent event = KafkaMessageFactory.createReader(message).toEvent();
            String text =
                    new String(Objects.requireNonNull(event.getData(), "data").toBytes(), StandardCharsets.UTF_8);
            TeamNews news = switch (event.getType()) {
                case SignedTeamRecord.TYPE -> new TeamNews.Signed(SignedTeamRecord.verify(text, administration), text);
                case TeamSuspended.TYPE ->
                    new TeamNews.Suspended(
                            event.getId(), Json.read(text, TeamSuspended.class).team());
                default -> new TeamNews.Refused("unknown-type");
            };
            return isAbout(news, message.key()) ? news : new TeamNews.Refused("key-differs");
        } catch (BadSignatureException forged) {
            return new TeamNews.Refused("bad-signature");
        } catch (MalformedContractException malformed) {
            return new TeamNews.Refused("malformed");
        } catch (RuntimeException unreadable) {
            return new TeamNews.Refused("not-a-cloudevent");
        }
    }

    private static boolean isAbout(TeamNews news, String key) {
        return switch (news) {
            case TeamNews.Signed(TeamRecord team, String jws) ->
                team.id().value().equals(key);
            case TeamNews.Suspended(String eventId, var team) -> team.value().equals(key);
            case TeamNews.Refused refused -> true;
            case TeamNews.Nothing nothing -> true;
        };
    }
}
