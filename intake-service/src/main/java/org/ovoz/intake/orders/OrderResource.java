package org.ovoz.intake.orders;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.order.Orders;
import org.ovoz.intake.edge.Faults;
import org.ovoz.intake.orders.action.OrderAnswer;

/** Orders as the desk brings them: a signature in the header, exact bytes in the body. Only behind mutual TLS. */
@Path("/orders")
public class OrderResource {

    private final TakeOrder takeOrder;

    OrderResource(TakeOrder takeOrder) {
        this.takeOrder = takeOrder;
    }

    @POST
    public Uni<Response> take(
            @Context HttpServerRequest request, @HeaderParam(Orders.HEADER) @Nullable String order, byte[] body) {
        if (!request.isSSL()) {
            throw new NotFoundException();
        }
        return takeOrder
                .take(order, body)
                .map(OrderResource::response)
                .onFailure()
                .transform(Faults::unavailable);
    }

    private static Response response(OrderAnswer answer) {
        String type = answer.status() == 200 ? "application/json" : "application/problem+json";
        return Response.status(answer.status())
                .header("Content-Type", type)
                .header("Cache-Control", "no-store")
                .entity(answer.json())
                .build();
    }
}
