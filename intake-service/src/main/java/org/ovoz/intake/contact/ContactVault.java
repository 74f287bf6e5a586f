package org.ovoz.intake.contact;

import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.sealing.Contacts;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.keys.LineKeys;
import org.ovoz.intake.sealing.Epochs;
import org.ovoz.intake.sealing.RecipientKey;

/** The inner layer around a number. What is stored has the teams' layer around it: neither they nor intake open it alone. */
@Singleton
public class ContactVault {

    private final Epochs epochs;
    private final RecipientKey vault;
    private final ECKey key;

    ContactVault(Epochs epochs, LineKeys keys) {
        this.epochs = epochs;
        this.key = keys.vault();
        this.vault = RecipientKey.of("vault", key);
    }

    public String seal(ReportId report, PhoneNumber number) {
        return Contacts.seal(report, number.raw(), epochs.of(vault));
    }

    /** Empty unless it is the contact of exactly this report. */
    public Optional<PhoneNumber> open(String inner, ReportId report) {
        try {
            return PhoneNumber.of(Contacts.open(inner, report, key));
        } catch (NotOpenedException e) {
            return Optional.empty();
        }
    }
}
