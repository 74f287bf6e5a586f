package org.ovoz.intake.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ovoz.contracts.LanguageTag;

/** Letters that only one of the line's languages has (DOMAIN, "Telling the language of a short text"). */
final class LetterRules {

    private record Rule(LanguageTag language, Pattern letters) {}

    /** The first that fits counts: a text in Kazakh may hold a Russian word, hardly the reverse. */
    private static final List<Rule> RULES = List.of(
            rule("uz-Cyrl", "[ўЎ]"),
            rule("tg", "[ӣӯҷӢӮҶ]"),
            rule("kk", "[әұһӘҰҺ]|[іІ].*[ғқңөүҒҚҢӨҮ]|[ғқңөүҒҚҢӨҮ].*[іІ]"),
            rule("uz-Latn", "(?i)[og][\u02bb\u02bc\u2018\u2019]"),
            rule("ko", "\\p{IsHangul}"),
            rule("vi", "(?i)[ơưđ]|[\u1ea0-\u1ef9]"));

    private static final Pattern UKRAINIAN = Pattern.compile("[іїєґІЇЄҐ]");
    private static final Pattern NOT_UKRAINIAN = Pattern.compile("[ыэёъғқңөүЫЭЁЪҒҚҢӨҮ]");

    private LetterRules() {}

    static Optional<LanguageTag> apply(String text) {
        Optional<LanguageTag> own = RULES.stream()
                .filter(rule -> rule.letters().matcher(text).find())
                .map(Rule::language)
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        if (UKRAINIAN.matcher(text).find() && !NOT_UKRAINIAN.matcher(text).find()) {
            return Optional.of(new LanguageTag("uk"));
        }
        return isHan(text) ? Optional.of(new LanguageTag("zh")) : Optional.empty();
    }

    static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    static boolean isCyrillic(String text) {
        return text.codePoints().anyMatch(point -> UnicodeScript.of(point) == UnicodeScript.CYRILLIC);
    }

    /** Han characters and no kana: Chinese, of what the line answers. */
    private static boolean isHan(String text) {
        int[] scripts = text.codePoints().filter(Character::isLetter).toArray();
        return scripts.length > 0
                && Arrays.stream(scripts).allMatch(point -> UnicodeScript.of(point) == UnicodeScript.HAN);
    }

    private static Rule rule(String language, String letters) {
        return new Rule(new LanguageTag(language), Pattern.compile(letters, Pattern.DOTALL));
    }
}
