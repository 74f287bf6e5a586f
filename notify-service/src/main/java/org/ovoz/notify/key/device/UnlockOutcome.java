package org.ovoz.notify.key.device;

/** What a PIN did. */
sealed interface UnlockOutcome {

    record Unlocked(String jwe, String share) implements UnlockOutcome {}

    /** @param left how many more tries there are */
    record WrongPin(int left) implements UnlockOutcome {}

    /** Too often wrong: the device opens nothing any more. */
    record Locked() implements UnlockOutcome {}

    record NotYours() implements UnlockOutcome {}
}
