package org.ovoz.notify.alert.sms;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.alert.answer.AnswerTexts;
import org.ovoz.notify.alert.carrier.SignedForms;
import org.ovoz.transport.carrier.WebhookForm;

/** Texts to the staff account's number: answers to alerts. Signed, or refused. */
@Path("/twilio/staff/sms")
@PermitAll
@Tag(name = "carrier")
public class StaffTextResource {

    private final SignedForms forms;
    private final AnswerTexts answerTexts;

    StaffTextResource(SignedForms forms, AnswerTexts answerTexts) {
        this.forms = forms;
        this.answerTexts = answerTexts;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "An answer to an alert: its token, and a 2 to claim")
    @APIResponse(responseCode = "200", description = "TwiML: one word back, or nothing")
    @APIResponse(responseCode = "400", description = "bad-request: no form")
    @APIResponse(responseCode = "403", description = "webhook-signature: not signed by the carrier")
    public Uni<Response> take(
            @Context HttpServerRequest request,
            @HeaderParam("X-Twilio-Signature") @Nullable String signed,
            byte[] body) {
        return answer(forms.read(request, body, signed));
    }

    private Uni<Response> answer(WebhookForm form) {
        return answerTexts
                .answer(form.value("From").orElse(""), form.value("Body").orElse(""))
                .map(StaffTextResource::twiml);
    }

    private static Response twiml(Optional<String> word) {
        MessagingResponse.Builder answer = new MessagingResponse.Builder();
        word.ifPresent(text -> answer.message(
                new Message.Builder().body(new Body.Builder(text).build()).build()));
        return Response.ok(answer.build().toXml(), MediaType.APPLICATION_XML).build();
    }
}
