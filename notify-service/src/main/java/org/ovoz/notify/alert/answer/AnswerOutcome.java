package org.ovoz.notify.alert.answer;

/** What became of an answer; the word is what the person reads. */
public enum AnswerOutcome {
    TAKEN("ok"),
    CLAIMED("yours"),
    /** Somebody else holds it. */
    HELD("taken"),
    /** It was seen to in the meantime. */
    OVER("done"),
    /** Not for this person to claim. */
    NOT_YOURS("no");

    private final String word;

    AnswerOutcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
