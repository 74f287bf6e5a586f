package org.ovoz.notify.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may see a case is decided in {@code Visible}: whatever reads cases asks there, or is named here with the reason why it need not. */
class VisibleCasesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/ovoz/notify");
    private static final Pattern READS_CASES = Pattern.compile("(FROM|JOIN) (report_case|case_team)\\b");
    private static final Pattern ASKS = Pattern.compile("\\bVisible\\.(to|hiddenFrom|addressedTeam)\\(");

    /** Columns only, for the two that ask. */
    private static final Set<String> PART_OF_A_QUERY = Set.of("CaseRow", "Visible");

    /** Lock or look at a case that {@code Cases.one} let the caller see in the same transaction. */
    private static final Set<String> AFTER_THE_CHECK = Set.of(
            "AcknowledgeReport",
            "AskInterpreters",
            "Blockable",
            "CheckClosing",
            "DeclareConflict",
            "Dues",
            "HoldReports",
            "OfferHandover",
            "OfferedCase",
            "PassOn",
            "TakeOverClaim");

    /** By clocks or events, for nobody: they change cases and tell which, and the live stream asks. */
    private static final Set<String> FOR_NOBODY = Set.of(
            "ChangeRecipients",
            "Climbing",
            "EndBlock",
            "EndPresence",
            "EndRequest",
            "EscalateUnread",
            "FollowReplies",
            "GiveBackClaims",
            "HandOverUnanswered",
            "Ladders",
            "LapseClaims",
            "PassedDue",
            "TakeMessage",
            "WatchOffers");

    @Test
    void whateverReadsCasesAsksWhoMaySeeThem() {
        assertThat(reading().filter(file -> !ASKS.matcher(read(file)).find()).map(VisibleCasesTest::name))
                .isSubsetOf(union())
                .isNotEmpty();
    }

    @Test
    void nobodyIsExcusedWhoDoesNotReadCases() {
        List<String> reading = reading().map(VisibleCasesTest::name).toList();
        assertThat(union()).isSubsetOf(reading);
    }

    private static Set<String> union() {
        return Stream.of(PART_OF_A_QUERY, AFTER_THE_CHECK, FOR_NOBODY)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> reading() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> READS_CASES.matcher(read(file)).find())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
