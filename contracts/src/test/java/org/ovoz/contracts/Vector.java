package org.ovoz.contracts;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.OrderAction;
import org.ovoz.contracts.order.OrderBody.ItemGrant;

/** The forms of a vector file, as {@code vectors/README.md} gives them. */
final class Vector {

    private Vector() {}

    record Item(
            String name,
            Map<String, ECKey> keys,
            ReportId rid,
            ItemId mid,
            String kind,
            String item,
            List<ItemGrant> grants,
            String plaintext,
            @Nullable Boolean refused) {}

    /** @param sha256 of the bytes, base64url; they are as many as the head tells */
    record Attachment(
            String name,
            Map<String, ECKey> keys,
            ReportId rid,
            ItemId mid,
            String item,
            List<ItemGrant> grants,
            List<String> chunks,
            String sha256,
            @Nullable Boolean refused) {}

    record Contact(
            String name,
            ECKey key,
            ReportId rid,
            String contact,
            String number,
            @Nullable Boolean refused) {}

    /** @param key of the team that it grants to, private */
    record Body(String name, OrderAction act, ReportId rid, ECKey key, String body) {}

    record SignedForm(
            String name,
            String typ,
            ECKey key,
            String jws,
            Map<String, Object> payload,
            @Nullable Boolean refused) {}
}
