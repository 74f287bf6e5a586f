package org.ovoz.intake.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Sms;
import org.ovoz.intake.setting.Sql;
import org.ovoz.intake.setting.Webhook;

/**
 * How long a webhook takes, from the first byte sent to the answer, one after the other. Prints figures and asserts none, so it is no
 * part of the ordinary run: {@code mvn test -pl intake-service -Dtest=WebhookSpeed}.
 */
@IntakeTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WebhookSpeed {

    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 2_000;

    /** What anything costs here: a request that is refused at once, a row that is committed. */
    @Test
    @Order(0)
    void forComparison() {
        LongSupplier refused = () -> micros(Webhook.of("/nothing", Map.of()), 404);
        LongSupplier committed = () -> {
            long before = System.nanoTime();
            Sql.INTAKE.change("INSERT INTO audit (at, actor, action) VALUES (to_timestamp(0), 'nobody', 'speed')");
            return (System.nanoTime() - before) / 1_000;
        };
        for (LongSupplier one : List.of(refused, committed)) {
            IntStream.range(0, WARM_UP).forEach(n -> one.getAsLong());
        }
        print("a request that is refused", sorted(MEASURED, refused));
        print("a row that is committed", sorted(MEASURED, committed));
    }

    @Test
    @Order(1)
    void theFirstTextAfterAStart() {
        print("first text after a start", measure(1, WebhookSpeed::aNewReport));
    }

    @Test
    @Order(2)
    void textsThatOpenAReport() {
        measure(WARM_UP, WebhookSpeed::aNewReport);
        print("texts that open a report", measure(MEASURED, WebhookSpeed::aNewReport));
    }

    /** The same work without the answer, its sending and its callbacks beside it. */
    @Test
    @Order(4)
    void textsThatAreNotAnswered() {
        Supplier<Sms> unclear = () -> Sms.of(Reporter.somebody().number(), "mmmm ".repeat(16));
        measure(WARM_UP / 3, unclear);
        print("texts that open a report and are not answered", measure(MEASURED, unclear));
    }

    @Test
    @Order(3)
    void textsThatGoOnWithOne() {
        String number = Reporter.whoWrote(Reporter.CRY).number();
        Supplier<Sms> goesOn = () -> Sms.of(number, Reporter.CRY);
        measure(WARM_UP / 3, goesOn);
        print("texts that go on with one", measure(MEASURED, goesOn));
    }

    private static Sms aNewReport() {
        return Sms.of(Reporter.somebody().number(), Reporter.CRY);
    }

    private static long[] measure(int count, Supplier<Sms> texts) {
        return sorted(count, () -> micros(Webhook.of(texts.get()), 200));
    }

    private static long[] sorted(int count, LongSupplier micros) {
        return LongStream.generate(micros).limit(count).sorted().toArray();
    }

    private static long micros(Webhook webhook, int expected) {
        long before = System.nanoTime();
        int status = webhook.send().statusCode();
        long after = System.nanoTime();
        assertThat(status).isEqualTo(expected);
        return (after - before) / 1_000;
    }

    private static void print(String what, long[] sorted) {
        System.out.printf(
                "%s: n=%d p50=%.2f ms p99=%.2f ms max=%.2f ms mean=%.2f ms%n",
                what,
                sorted.length,
                at(sorted, 0.50),
                at(sorted, 0.99),
                at(sorted, 1),
                Arrays.stream(sorted).average().orElse(0) / 1_000);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * share))] / 1_000.0;
    }
}
