package org.ovoz.local.journeys;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ovoz.contracts.ReportId;
import org.ovoz.local.journeys.stack.Stack;

/**
 * Who says what in this run. The reporters' phones take turns; a room number makes each run's text its own.
 *
 * @param earlier the run before, if there was one on this data
 */
record Script(int phone, String reporter, String text, String answer, Optional<DemoRecord> earlier) {

    static Script next(Stack stack) {
        Optional<DemoRecord> earlier = DemoRecord.readFrom(stack.directory());
        List<String> reporters = stack.reporters();
        int phone = earlier.map(run -> run.phone() + 1).orElse(0) % reporters.size();
        int room = RandomGenerator.getDefault().nextInt(1_000_000, 10_000_000);
        return new Script(
                phone,
                reporters.get(phone),
                "Yordam kerak. Bizni ishlatishyapti, pul bermaydi, pasportimni olib qoʻydi. Eshikdagi raqam: " + room
                        + ".",
                "Xabaringizni oʻqidik. Hozir xavfsizmisiz? " + room % 1000,
                earlier);
    }

    void remember(Stack stack, ReportId report) {
        DemoRecord.of(report, text, phone).writeTo(stack.directory());
    }

    @Override
    public String toString() {
        return "Script[REDACTED]";
    }
}
