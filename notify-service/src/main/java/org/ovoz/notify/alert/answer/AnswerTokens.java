package org.ovoz.notify.alert.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Six digits that answer one alert, from the number that it went to only; guessing is counted ({@link AnswerTexts}). */
@ApplicationScoped
public class AnswerTokens {

    static final String FORM = "[0-9]{6}";

    private static final int BOUND = 1_000_000;

    private final SecureRandom random = new SecureRandom();

    public String next() {
        return String.format("%06d", random.nextInt(BOUND));
    }
}
