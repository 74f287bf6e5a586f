package org.ovoz.local.carrier;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.ovoz.local.carrier.accounts.Accounts;
import org.ovoz.local.carrier.calls.Telephony;
import org.ovoz.local.carrier.control.ControlApi;
import org.ovoz.local.carrier.control.EventStream;
import org.ovoz.local.carrier.control.FaultsApi;
import org.ovoz.local.carrier.control.SameOrigin;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.messages.Messaging;
import org.ovoz.local.carrier.phones.Changes;
import org.ovoz.local.carrier.phones.Journal;
import org.ovoz.local.carrier.phones.Phones;
import org.ovoz.local.carrier.recordings.Recordings;
import org.ovoz.local.carrier.recordings.RecordingsApi;
import org.ovoz.local.carrier.rest.Answers;
import org.ovoz.local.carrier.rest.Authentication;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.rest.TwilioError;
import org.ovoz.local.carrier.texts.OptOuts;
import org.ovoz.local.carrier.webhooks.ErrorLog;
import org.ovoz.local.carrier.webhooks.Webhooks;
import org.ovoz.local.pages.StaticPages;

/** Puts the parts together. All of it lives on one event loop, so nothing in it needs a lock. */
final class Switchboard {
    private static final long LARGEST_BODY = 256 * 1024;

    /** With what is enclosed, in base64. */
    private static final long LARGEST_TEXT = 16 * 1024 * 1024;

    private final Changes changes = new Changes();
    private final Faults faults = new Faults();
    private final OptOuts optOuts = new OptOuts();
    private final Accounts accounts;
    private final Journal journal;
    private final Phones phones;
    private final ErrorLog errors;
    private final Messaging messaging;
    private final Recordings recordings = new Recordings();
    private final Telephony telephony;
    private final Vertx vertx;
    private String address = "";

    Switchboard(Vertx vertx, CarrierSettings settings) {
        this.vertx = vertx;
        this.accounts = new Accounts(settings.accounts());
        this.journal = new Journal(settings.journal());
        this.phones = new Phones(settings.phones(), journal, changes);
        this.errors = new ErrorLog(settings.clock(), changes);
        Webhooks webhooks = new Webhooks(vertx, faults, errors);
        Messaging.World world = new Messaging.World(vertx, settings.clock(), settings.pace(), accounts, phones);
        this.messaging = new Messaging(world, webhooks, errors, faults, optOuts, () -> address);
        this.telephony = new Telephony(
                world, webhooks, errors, faults, recordings, new Telephony.Surroundings(changes, () -> address));
    }

    /** Where it listens, once it does. */
    void listensAt(String origin) {
        address = origin;
    }

    Router router() {
        Router router = Router.router(vertx);
        router.post("/control/phones/:number/texts")
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST_TEXT));
        BodyHandler body = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);
        router.post().handler(body);
        router.put().handler(body);
        Router account = Router.router(vertx);
        messaging.mount(account);
        telephony.mount(account);
        new RecordingsApi(recordings).mount(account);
        router.route("/2010-04-01/Accounts/:account/*")
                .handler(new Authentication(accounts))
                .subRouter(account);
        router.route("/2010-04-01/*").handler(Answers::notFound).failureHandler(Switchboard::failed);
        messaging.mountContent(router);
        router.route("/control/*").handler(new SameOrigin()).subRouter(control());
        StaticPages.mount(router, "carrier");
        return router;
    }

    private static void failed(RoutingContext context) {
        if (context.response().closed()) {
            return;
        }
        if (context.failure() instanceof Dates.BadDate bad) {
            Answers.error(context, TwilioError.refusal(20001, String.valueOf(bad.getMessage())));
        } else if (context.statusCode() == 413) {
            Answers.error(context, new TwilioError(413, 20413, "Request Entity Too Large"));
        } else {
            System.err.println("carrier: " + context.failure());
            Answers.error(context, TwilioError.serverError(20500));
        }
    }

    private Router control() {
        Router control = Router.router(vertx);
        new ControlApi(accounts, phones, messaging, telephony).mount(control);
        new FaultsApi(faults, errors, changes).mount(control);
        control.get("/events").handler(new EventStream(vertx, changes));
        control.post("/reset").handler(context -> {
            clear();
            Answers.gone(context);
        });
        return control;
    }

    void clear() {
        messaging.clear();
        telephony.clear();
        recordings.clear();
        optOuts.clear();
        faults.clear();
        errors.clear();
        phones.clear();
    }

    /** Returns once everything that is to be kept has been written. */
    void close() {
        journal.close();
    }

    Accounts accounts() {
        return accounts;
    }

    Phones phones() {
        return phones;
    }

    Faults faults() {
        return faults;
    }

    ErrorLog errors() {
        return errors;
    }

    Messaging messaging() {
        return messaging;
    }
}
