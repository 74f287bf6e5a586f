package org.ovoz.intake.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.MalformedContractException;
import org.ovoz.contracts.sealing.Dek;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.contact.ContactVault;
import org.ovoz.intake.contact.PhoneNumber;
import org.ovoz.intake.relaykey.RelayKeys;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.intake.sealing.ShredKeys;

/** Opens number and text of a reply in memory, for the one moment of sending. */
@Singleton
class OpenReply {

    /** Never printed, never kept. */
    record Plain(PhoneNumber to, String text) {
        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    private final ShredKeys shredKeys;
    private final RelayKeys relayKeys;
    private final ContactVault vault;

    OpenReply(ShredKeys shredKeys, RelayKeys relayKeys, ContactVault vault) {
        this.shredKeys = shredKeys;
        this.relayKeys = relayKeys;
        this.vault = vault;
    }

    /** Empty when a key is gone or something does not belong to this report. */
    Uni<Optional<Plain>> open(Outgoing reply) {
        String kid = Objects.requireNonNullElse(reply.sealed().relayKid(), "");
        return Uni.combine()
                .all()
                .unis(shredKeys.find(reply.sealed().shredKey()), relayKeys.find(kid))
                .asTuple()
                .map(keys ->
                        keys.getItem1().flatMap(shred -> keys.getItem2().flatMap(relay -> open(reply, shred, relay))));
    }

    private Optional<Plain> open(Outgoing reply, ShredKey shredKey, ECKey relay) {
        Outgoing.Sealed sealed = reply.sealed();
        if (sealed.contact() == null || sealed.relayGrant() == null || sealed.jwe() == null) {
            return Optional.empty();
        }
        try {
            Dek dek = Grants.open(shredKey.unwrap(sealed.relayGrant()), reply.report(), reply.item(), relay);
            String json = Items.open(sealed.jwe(), reply.report(), reply.item(), ItemKind.REPLY, dek);
            String text = Json.read(json, JsonNode.class).path("text").asText("");
            return vault.open(shredKey.unwrap(sealed.contact()), reply.report())
                    .filter(number -> !text.isBlank())
                    .map(number -> new Plain(number, text));
        } catch (NotOpenedException | MalformedContractException e) {
            return Optional.empty();
        }
    }
}
