package org.ovoz.intake.delivery;

import java.net.URI;
import java.util.UUID;

/** Where the carrier tells what became of a text: the path holds the text's own id and nothing else. */
public final class DeliveryCallback {

    /** Below the public address. */
    public static final String PATH = "/twilio/status";

    private DeliveryCallback() {}

    public static URI of(URI publicUrl, UUID id) {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + PATH + "/" + id);
    }
}
