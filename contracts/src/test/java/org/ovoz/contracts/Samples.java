package org.ovoz.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ovoz.contracts.desk.CaseOpened;
import org.ovoz.contracts.desk.CaseUpdated;
import org.ovoz.contracts.desk.ClaimLapsed;
import org.ovoz.contracts.desk.ClaimReleased;
import org.ovoz.contracts.desk.LanguageCorrected;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.contracts.desk.ReportClaimed;
import org.ovoz.contracts.desk.ReportClosed;
import org.ovoz.contracts.desk.ReportHandedOver;
import org.ovoz.contracts.desk.ReportOpened;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.contracts.report.ContactErased;
import org.ovoz.contracts.report.ConversationClosed;
import org.ovoz.contracts.report.RecipientsChanged;
import org.ovoz.contracts.report.ReplyAccepted;
import org.ovoz.contracts.report.ReplyDelivered;
import org.ovoz.contracts.report.ReplyFailed;
import org.ovoz.contracts.report.ReplyFailure;
import org.ovoz.contracts.report.ReplyFateUnknown;
import org.ovoz.contracts.report.ReplyRefusal;
import org.ovoz.contracts.report.ReplyRefused;
import org.ovoz.contracts.report.ReplyScheduled;
import org.ovoz.contracts.report.ReplySent;
import org.ovoz.contracts.report.ReplyWithdrawn;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.report.ReportShredded;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.contracts.report.SafeContactChanged;
import org.ovoz.contracts.report.SafeWindowChanged;

/** One of each event, as it stands in {@code golden/<Event>.json}. */
public final class Samples {

    public static final ReportId REPORT = ReportId.of("6f1c2f0a-93a4-7b11-0c55-1f2e3d4c5b6a");
    public static final ItemId ITEM = new ItemId(UUID.fromString("0b7d5e33-1a90-4c2f-f0e1-8899aabbccdd"));
    public static final PersonId PERSON = new PersonId(UUID.fromString("a3f1c0de-0000-4000-8000-00000000a212"));
    public static final Instant AT = Instant.parse("2026-11-24T01:02:03.456Z");

    private Samples() {}

    public static List<Object> all() {
        return List.of(
                new ReportReceived(
                        REPORT,
                        Channel.SMS,
                        new LanguageTag("uz-Latn"),
                        RegionCode.UNKNOWN,
                        false,
                        false,
                        List.of(
                                new Addressed(new TeamId("north-central-asia"), AddressedAs.RESPONSIBLE),
                                new Addressed(new TeamId("steppe-escalation"), AddressedAs.ESCALATION)),
                        new RuleId("language-any-region"),
                        false,
                        AT),
                new ReporterWrote(REPORT, ITEM, Channel.SMS, AT),
                new SafeContactChanged(REPORT, TextsAllowed.ALLOWED, AT),
                new SafeWindowChanged(REPORT, AT.plus(Duration.ofHours(12)), AT.plus(Duration.ofHours(13)), AT),
                new ReplyAccepted(REPORT, ITEM, AT),
                new ReplyScheduled(REPORT, ITEM, AT.plus(Duration.ofHours(12)), AT),
                new ReplyWithdrawn(REPORT, ITEM, AT),
                new ReplyRefused(REPORT, ITEM, ReplyRefusal.CONTACT_NOT_ALLOWED, AT),
                new ReplySent(REPORT, ITEM, AT),
                new ReplyDelivered(REPORT, ITEM, AT),
                new ReplyFailed(REPORT, ITEM, ReplyFailure.UNREACHABLE, AT),
                new ReplyFateUnknown(REPORT, ITEM, AT),
                new ConversationClosed(REPORT, AT),
                new ContactErased(REPORT, AT),
                new RecipientsChanged(
                        REPORT,
                        List.of(
                                new Addressed(new TeamId("steppe"), AddressedAs.RESPONSIBLE),
                                new Addressed(new TeamId("steppe-escalation"), AddressedAs.ESCALATION)),
                        AT),
                new ReportShredded(REPORT, AT),
                new CanaryReceived(
                        REPORT,
                        CanaryId.of("0d1c2b3a-4958-6776-8594-a3b2c1d0e1f2"),
                        new LanguageTag("tg"),
                        List.of(new Addressed(new TeamId("north-central-asia"), AddressedAs.RESPONSIBLE)),
                        new RuleId("language"),
                        AT),
                new CaseOpened(REPORT, AT),
                new CaseUpdated(REPORT, AT),
                new ReportOpened(REPORT, PERSON, AT),
                new ReportClaimed(REPORT, PERSON, AT.plus(Duration.ofHours(1)), AT),
                new ClaimReleased(REPORT, PERSON, AT),
                new ClaimLapsed(REPORT, PERSON, AT),
                new ReportHandedOver(
                        REPORT,
                        new TeamId("north-central-asia"),
                        new TeamId("steppe"),
                        PERSON,
                        AT.plus(Duration.ofHours(1)),
                        AT),
                new LanguageCorrected(REPORT, PERSON, new LanguageTag("kk"), new RegionCode("KZ"), AT),
                new ReportClosed(REPORT, AT));
    }
}
