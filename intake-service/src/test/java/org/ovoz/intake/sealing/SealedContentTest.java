package org.ovoz.intake.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.OrderBody;
import org.ovoz.contracts.sealing.Contacts;
import org.ovoz.contracts.sealing.Grants;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.contracts.sealing.Items;
import org.ovoz.contracts.sealing.NotOpenedException;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.OpenedReport;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Team;

/** What lies in the two databases, opened by hand. */
@IntakeTest
class SealedContentTest {

    private final Reporter reporter = Reporter.whoWrote(Reporter.CRY);
    private final ReportId report = reporter.report();
    private final ItemId item =
            ItemId.of(Sql.INTAKE.one("SELECT id FROM item WHERE report_id = ? AND kind = 'message'", report.value()));
    private final String jwe = Sql.INTAKE.one("SELECT jwe FROM item WHERE id = ?", item.value());
    private final String wrapped = grant("north");

    @Test
    void aMessageOpensWithTheTeamsKeyOnceTheShredKeyIsTakenOff() {
        String grant = shredKey().unwrap(wrapped);
        var dek = Grants.open(grant, report, item, Team.NORTH.encryptionKey());
        assertThat(Items.open(jwe, report, item, ItemKind.MESSAGE, dek)).contains(Reporter.CRY);
    }

    @Test
    void itDoesNotOpenWithAnotherTeamsKey() {
        String grant = shredKey().unwrap(wrapped);
        for (Team other : List.of(Team.NIGHT, Team.STEPPE, Team.CATCH_ALL)) {
            assertThatThrownBy(() -> Grants.open(grant, report, item, other.encryptionKey()))
                    .isInstanceOf(NotOpenedException.class);
        }
    }

    @Test
    void withoutTheShredKeyAGrantIsNoise() {
        assertThatThrownBy(() -> Grants.open(wrapped, report, item, Team.NORTH.encryptionKey()))
                .isInstanceOf(NotOpenedException.class);
        assertThatThrownBy(() -> ShredKey.random().unwrap(wrapped)).isInstanceOf(NotOpenedException.class);
    }

    @Test
    void aGrantOpensNoOtherReport() {
        String grant = shredKey().unwrap(wrapped);
        ReportId other = Reporter.whoWrote(Reporter.CRY).report();
        assertThatThrownBy(() -> Grants.open(grant, other, item, Team.NORTH.encryptionKey()))
                .isInstanceOf(NotOpenedException.class);
    }

    @Test
    void everyItemIsGrantedToTheAddressedTeamsAndNobodyElse() {
        assertThat(Sql.INTAKE.read(
                        "SELECT i.kind || ' ' || g.recipient FROM item i JOIN item_grant g ON g.item_id = i.id"
                                + " WHERE i.report_id = ? ORDER BY 1",
                        report.value()))
                .containsExactly("contact night", "contact north", "message night", "message north");
    }

    @Test
    void theNumberIsNotTheTeamsToRead() {
        OpenedReport opened = Responder.of(Team.NORTH).opens(report);
        assertThat(opened.contact()).doesNotContain(reporter.number().substring(1));
        assertThatThrownBy(() -> Contacts.open(opened.contact(), report, Team.NORTH.encryptionKey()))
                .isInstanceOf(NotOpenedException.class);
    }

    @Test
    void aShortTextAndALongOneLookAlike() {
        ReportId shortOne = Reporter.whoWrote("?").report();
        String other =
                Sql.INTAKE.one("SELECT jwe FROM item WHERE report_id = ? AND kind = 'message'", shortOne.value());
        assertThat(other).hasSameSizeAs(jwe);
    }

    @Test
    void anErasedReportHasNoKeyInTheOtherCluster() {
        UUID key = shredKeyId();
        Responder.of(Team.NORTH).erase(report, OrderBody.What.REPORT).send();
        assertThat(Sql.SHRED.read("SELECT id FROM shred_key WHERE id = ?", key)).isEmpty();
    }

    private String grant(String team) {
        return Sql.INTAKE.one("SELECT jwe FROM item_grant WHERE item_id = ? AND recipient = ?", item.value(), team);
    }

    private UUID shredKeyId() {
        return UUID.fromString(Sql.INTAKE.one("SELECT shred_key FROM conversation WHERE id = ?", report.value()));
    }

    private ShredKey shredKey() {
        String base64 = Sql.SHRED.one("SELECT encode(key, 'base64') FROM shred_key WHERE id = ?", shredKeyId());
        return new ShredKey(shredKeyId(), Base64.getDecoder().decode(base64));
    }
}
