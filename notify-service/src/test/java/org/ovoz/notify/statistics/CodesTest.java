package org.ovoz.notify.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a responder can tick is what the desk counts: no more, no less. */
class CodesTest {

    private static final Path CONSOLE = Path.of("console/src/triage/codes.ts");
    private static final Pattern LIST = Pattern.compile("export const (\\w+) = \\[(.*?)] as const", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("'([^']+)'");

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("ROLES", Codes.ROLE),
            Map.entry("EXPLOITATION", Codes.EXPLOITATION),
            Map.entry("SECTORS", Codes.SECTOR),
            Map.entry("INDICATORS", Codes.INDICATOR),
            Map.entry("DETAILS", Codes.DETAIL),
            Map.entry("NEEDS", Codes.NEED),
            Map.entry("STATUSES", Codes.STATUS),
            Map.entry("DECIDERS", Codes.DECIDED_BY),
            Map.entry("SEXES", Codes.SEX),
            Map.entry("AGES", Codes.AGE),
            Map.entry("MIGRATION", Codes.MIGRATION),
            Map.entry("BODIES", Codes.BODY),
            Map.entry("COMPLAINT_OUTCOMES", Codes.OUTCOME));

    @Test
    void theConsoleTicksTheSameCodes() throws IOException {
        Map<String, List<String>> ticked = lists(Files.readString(CONSOLE));
        SAME.forEach((name, pattern) -> assertThat(ticked.get(name))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(pattern.split("\\|"))));
    }

    private static Map<String, List<String>> lists(String source) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Matcher list = LIST.matcher(source);
        while (list.find()) {
            lists.put(
                    list.group(1),
                    CODE.matcher(list.group(2))
                            .results()
                            .map(code -> code.group(1))
                            .toList());
        }
        return lists;
    }
}
