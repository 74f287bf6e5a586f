package org.ovoz.contracts.line;

import com.nimbusds.jose.jwk.ECKey;
import org.ovoz.contracts.Signed;

/** The signed forms: administration key -> {@link LineRecord} -> {@link RelayKey}. */
public final class LineRecords {

    public static final Signed<LineRecord> LINE = new Signed<>("ovoz-line", LineRecord.class);
    public static final Signed<RelayKey> RELAY = new Signed<>("ovoz-relay", RelayKey.class);

    private LineRecords() {}

    /** @throws org.ovoz.contracts.BadSignatureException when a link of the chain does not hold */
    public static RelayKey relayKey(String line, String relay, ECKey administrationKey) {
        return RELAY.verify(relay, LINE.verify(line, administrationKey).signingKey());
    }
}
