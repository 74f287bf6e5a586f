package org.ovoz.notify.alert.call;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Say;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.ovoz.notify.alert.answer.AnswerOutcome;

/** What a call says: the alert's own text and which keys there are, and nothing that tells whoever listens what it is about. */
final class CallScript {

    private static final Pattern CODE = Pattern.compile("\\b([0-9A-Z]{4}|0)-([0-9])\\b");

    private CallScript() {}

    /** Said twice; a key may be pressed at any time. Without one, {@code key} is asked with no digit. */
    static String ask(String text, List<CallLanguage> languages, URI key, Duration waitsForKey) {
        Gather.Builder gather = new Gather.Builder()
                .numDigits(1)
                .action(key)
                .method(HttpMethod.POST)
                .actionOnEmptyResult(true)
                .timeout(Math.toIntExact(waitsForKey.toSeconds()));
        for (CallLanguage language : languages) {
            gather.say(say(language, spelled(text))).say(say(language, language.text("keys")));
        }
        gather.pause(new Pause.Builder().length(1).build());
        for (CallLanguage language : languages) {
            gather.say(say(language, language.text("keys")));
        }
        return new VoiceResponse.Builder().gather(gather.build()).build().toXml();
    }

    /** The last word. */
    static String say(AnswerOutcome outcome, List<CallLanguage> languages) {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        for (CallLanguage language : languages) {
            response.say(say(language, language.text(outcome.word())));
        }
        return response.hangup(new Hangup.Builder().build()).build().toXml();
    }

    static String hangUp() {
        return new VoiceResponse.Builder()
                .hangup(new Hangup.Builder().build())
                .build()
                .toXml();
    }

    /** A voice makes a word of a code that looks like one. */
    private static String spelled(String text) {
        return CODE.matcher(text)
                .replaceAll(code -> String.join(" ", code.group(1).split("")) + ", " + code.group(2) + ".");
    }

    private static Say say(CallLanguage language, String text) {
        return new Say.Builder(text).language(language.voice()).build();
    }
}
