package org.stitchery.service.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;

/** Orders in a list, and what may be done with one. The page of a single order is the dashboard's. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OrderPages {

    private final OrderDesk desk;
    private final CurrentAccount current;

    OrderPages(OrderDesk desk, CurrentAccount current) {
        this.desk = desk;
        this.current = current;
    }

    @CheckedTemplate(basePath = "order")
    static class Templates {
        static native TemplateInstance orders(List<OrderView> orders, boolean releasing);
    }

    @GET
    @Path("orders")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance orders() {
        return Templates.orders(desk.list(current.actor()), current.actor().is(Role.OPERATOR, Role.PLANNER));
    }

    @POST
    @Path("orders/{id}/cancel")
    @RolesAllowed({Role.CUSTOMER, Role.PLANNER})
    public Response cancel(UUID id) {
        desk.cancel(id, current.actor());
        return Response.seeOther(URI.create("/orders/" + id)).build();
    }

    @POST
    @Path("orders/{id}/release")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response release(UUID id) {
        desk.release(id, current.actor());
        return Response.seeOther(URI.create("/orders/" + id)).build();
    }
}
