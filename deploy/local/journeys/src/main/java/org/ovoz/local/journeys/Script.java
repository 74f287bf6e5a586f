package org.ovoz.local.journeys;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.stack.Stack;

/**
 * Who says what in this run. A room number makes each run's text its own.
 *
 * @param earlier the run before, if there was one on this data
 */
record Script(String reporter, String text, String answer, Optional<DemoRecord> earlier) {

    static Script next(Stack stack) {
        Optional<DemoRecord> earlier = DemoRecord.readFrom(stack.directory());
        int room = RandomGenerator.getDefault().nextInt(1_000_000, 10_000_000);
        return new Script(
                DemoTurn.of(stack).begin(),
                "Yordam kerak. Bizni ishlatishyapti, pul bermaydi, pasportimni olib qoʻydi. Eshikdagi raqam: " + room
                        + ".",
                "Xabaringizni oʻqidik. Hozir xavfsizmisiz? " + room % 1000,
                earlier);
    }

    void remember(Stack stack, ReportId report) {
        DemoRecord.of(report, text).writeTo(stack.directory());
        DemoTurn.of(stack).done();
    }

    @Override
    public String toString() {
        return "Script[REDACTED]";
    }
}
