package org.stitchery.service.order;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.ProblemException;

/** Orders, for programs. */
@Path("/api/orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "orders", description = "Approve a proof and have it sewn")
public class OrderResource {

    private final OrderDesk desk;
    private final CurrentAccount current;

    OrderResource(OrderDesk desk, CurrentAccount current) {
        this.desk = desk;
        this.current = current;
    }

    /**
     * What to sew: one proof, or several as lines.
     *
     * @param proofId the proof to approve
     * @param design the design that was looked at; another one is refused
     * @param quantity garments
     * @param lines instead of the three, for an order of several proofs such as those of a list of names
     */
    public record OrderWish(
            @Nullable UUID proofId,
            @Nullable String design,
            @Nullable Integer quantity,
            @Nullable List<@Valid LineWish> lines) {

        List<OrderDesk.Wanted> wanted() {
            if (lines != null && !lines.isEmpty() && proofId == null) {
                return lines.stream()
                        .map(line -> new OrderDesk.Wanted(line.proofId(), line.design(), line.quantity()))
                        .toList();
            }
            if (proofId == null || design == null || quantity == null || lines != null) {
                throw ProblemException.unprocessable(
                        "ORDER_INCOMPLETE", "Send proofId, design and quantity, or a list of these as lines.");
            }
            return List.of(new OrderDesk.Wanted(proofId, design, quantity));
        }
    }

    /** One line of an order. */
    public record LineWish(
            @NotNull UUID proofId,
            @NotNull String design,
            @NotNull Integer quantity) {}

    @POST
    @RolesAllowed(Role.CUSTOMER)
    @Operation(
            summary = "Approve a proof and order garments with it",
            description = "Send an Idempotency-Key of your own: the same key with the same wish gives the same order,"
                    + " with another wish 409.")
    public Response place(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid OrderWish wish) {
        OrderView order = desk.place(wish.wanted(), key, current.actor());
        return Response.created(URI.create("/api/orders/" + order.id()))
                .entity(order)
                .build();
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "The orders one may see, newest first")
    public List<OrderView> all() {
        return desk.list(current.actor());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "One order")
    public OrderView one(UUID id) {
        return desk.find(id, current.actor())
                .orElseThrow(() -> ProblemException.notFound("ORDER_UNKNOWN", "There is no such order."));
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.CUSTOMER, Role.PLANNER})
    @Operation(summary = "Call an order off, as long as nothing of it is hooped")
    public OrderView cancel(UUID id) {
        return desk.cancel(id, current.actor());
    }

    @POST
    @Path("{id}/release")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Give an order to the floor")
    public OrderView release(UUID id) {
        return desk.release(id, current.actor());
    }
}
