package org.ovoz.notify.night;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.ovoz.contracts.CanaryId;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.CanaryReceived;
import org.ovoz.notify.setting.Bus;
import org.ovoz.notify.setting.DeskSetting;
import org.ovoz.notify.setting.FakeCarrier;
import org.ovoz.notify.setting.MovableClock;

/** What lies behind the line that the desk tries: most canaries come through, some of them twice, some do not. */
final class Hotline {

    private static final int LOST = 10;
    private static final int TWICE = 30;
    private static final int ALL = 100;
    private static final int HEX_DIGITS = 32;

    private final Random chance;
    private int read;
    /** Events that were put on the bus; each is the first of its report. */
    private int told;

    Hotline(Random chance) {
        this.chance = chance;
    }

    static List<FakeCarrier.Accepted> texts() {
        return DeskSetting.get().carrier().accepted().stream()
                .filter(text -> text.to().equals(DeskSetting.HOTLINE))
                .toList();
    }

    int told() {
        return told;
    }

    void receive() {
        List<FakeCarrier.Accepted> texts = texts();
        for (; read < texts.size(); read++) {
            int what = chance.nextInt(ALL);
            if (what >= LOST) {
                comesThrough(texts.get(read).body(), what < TWICE);
            }
        }
    }

    private void comesThrough(String text, boolean twice) {
        Bus.Sent event = Bus.Sent.of(
                new CanaryReceived(
                        new ReportId(Ids.random()),
                        new CanaryId(id(text.substring(text.length() - HEX_DIGITS))),
                        new LanguageTag("tg"),
                        List.of(),
                        new RuleId("language"),
                        MovableClock.now()),
                1);
        Bus.send(event);
        told++;
        if (twice) {
            Bus.send(event);
        }
    }

    private static UUID id(String digits) {
        return new UUID(
                HexFormat.fromHexDigitsToLong(digits, 0, HEX_DIGITS / 2),
                HexFormat.fromHexDigitsToLong(digits, HEX_DIGITS / 2, HEX_DIGITS));
    }
}
