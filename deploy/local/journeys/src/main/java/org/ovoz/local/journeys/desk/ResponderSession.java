package org.ovoz.local.journeys.desk;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.function.Consumer;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.order.FetchResult;
import org.ovoz.contracts.order.OrderOutcome;
import org.ovoz.contracts.order.Orders;
import org.ovoz.local.journeys.sealed.SignedOrder;
import org.ovoz.local.journeys.web.Answer;
import org.ovoz.local.journeys.web.Web;

/** A responder who is logged in: everything goes through the desk's public API, with the person's own token. */
public final class ResponderSession {

    /** Beside a closing order, for the desk; it reads it with no other. */
    private static final String CLOSING_REASON = "Ovoz-Closing-Reason";

    private final Web web;
    private final URI desk;
    private final AccessToken token;

    public ResponderSession(Web web, URI desk, AccessToken token) {
        this.web = web;
        this.desk = desk;
        this.token = token;
    }

    /** @param state open, mine or closed */
    public List<CaseView> queue(String state) {
        return get("cases?state=" + state).as(CaseView.Listed.class).cases();
    }

    public CaseView look(ReportId report) {
        return get("cases/" + report).as(CaseView.class);
    }

    public LiveQueue watch() {
        return follow(view -> {});
    }

    /** @param watcher told of each case as it comes by, on the stream's thread */
    public LiveQueue follow(Consumer<CaseView> watcher) {
        return LiveQueue.open(web, api("stream"), token, watcher);
    }

    /** 200 for the one who got it, 409 for everyone else. */
    public Answer tryToClaim(ReportId report) {
        return post("cases/" + report + "/claim");
    }

    public CaseView claim(ReportId report) {
        return tryToClaim(report).expect(200).as(CaseView.class);
    }

    public void release(ReportId report) {
        post("cases/" + report + "/release").expect(200);
    }

    public FetchResult fetch(SignedOrder order) {
        return order(order).expect(200).as(FetchResult.class);
    }

    public OrderOutcome.Outcome outcome(SignedOrder order) {
        return order(order).expect(200).as(OrderOutcome.class).outcome();
    }

    public Answer order(SignedOrder order) {
        return web.send(Web.request(api("cases/" + order.report() + "/orders"))
                .header("Authorization", token.header())
                .header("Content-Type", "application/json")
                .header(Orders.HEADER, order.jws())
                .header(CLOSING_REASON, "helped")
                .POST(BodyPublishers.ofString(order.body()))
                .build());
    }

    public void put(String path, Object body) {
        web.send(Web.request(api(path))
                        .header("Authorization", token.header())
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(Json.write(body)))
                        .build())
                .expect(204);
    }

    public Answer get(String path) {
        return web.send(Web.request(api(path))
                        .header("Authorization", token.header())
                        .build())
                .expect(200);
    }

    private Answer post(String path) {
        return web.send(Web.request(api(path))
                .header("Authorization", token.header())
                .POST(BodyPublishers.noBody())
                .build());
    }

    private URI api(String path) {
        return URI.create(desk + "/api/v1/" + path);
    }
}
