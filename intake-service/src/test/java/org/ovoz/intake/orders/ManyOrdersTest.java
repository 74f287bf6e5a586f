package org.ovoz.intake.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.ReportId;
import org.ovoz.intake.setting.AtOnce;
import org.ovoz.intake.setting.IntakeTest;
import org.ovoz.intake.setting.Reporter;
import org.ovoz.intake.setting.Responder;
import org.ovoz.intake.setting.SignedOrder;
import org.ovoz.intake.setting.Team;

@IntakeTest
class ManyOrdersTest {

    /** More than there are connections to the database. */
    private static final int MANY = 60;

    @Test
    void moreOrdersAtOnceThanConnectionsAreAllAnswered() {
        List<Callable<SignedOrder.Answer>> orders = Stream.generate(
                        () -> Reporter.whoWrote(Reporter.CRY).report())
                .limit(MANY)
                .map(ManyOrdersTest::fetching)
                .toList();
        assertThat(AtOnce.all(orders)).extracting(SignedOrder.Answer::status).containsOnly(200);
    }

    private static Callable<SignedOrder.Answer> fetching(ReportId report) {
        return () -> Responder.of(Team.NORTH).fetch(report).send();
    }
}
