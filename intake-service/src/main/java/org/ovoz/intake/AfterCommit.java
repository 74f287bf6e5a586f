package org.ovoz.intake;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.ovoz.intake.attachment.FetchMedia;
import org.ovoz.intake.conversation.Draft;
import org.ovoz.intake.delivery.answer.ImmediateAnswer;

/** What follows a message that is committed: the neutral answer, and what came with it is fetched. Nobody waits for either. */
@Singleton
class AfterCommit {

    private final ImmediateAnswer immediateAnswer;
    private final FetchMedia fetchMedia;
    private final Clock clock;

    AfterCommit(ImmediateAnswer immediateAnswer, FetchMedia fetchMedia, Clock clock) {
        this.immediateAnswer = immediateAnswer;
        this.fetchMedia = fetchMedia;
        this.clock = clock;
    }

    /** Whether a row for the answer is written at all. */
    boolean mayAnswer(InboundMessage message, Draft draft) {
        return message.answerable()
                && message.from().isPresent()
                && draft.opening() != null
                && immediateAnswer.mayGo(
                        draft.head().texts(),
                        draft.opening().language().language(),
                        draft.head().at(),
                        clock.instant());
    }

    void follow(InboundMessage message, Draft draft) {
        if (draft.immediate() != null && draft.opening() != null) {
            immediateAnswer.send(
                    draft.immediate(),
                    message.from().orElseThrow(),
                    draft.opening().language().language(),
                    draft.head().at());
        }
        if (!draft.content().media().isEmpty()) {
            fetchMedia.start();
        }
    }
}
