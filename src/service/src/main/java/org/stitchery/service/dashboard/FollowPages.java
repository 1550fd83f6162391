package org.stitchery.service.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.order.OrderDesk;
import org.stitchery.service.order.OrderView;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.production.ProductionFloor;

/** An order followed to the stitch. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FollowPages {

    private final OrderDesk orders;
    private final ProductionFloor floor;
    private final OrderNews news;
    private final CurrentAccount current;

    FollowPages(OrderDesk orders, ProductionFloor floor, OrderNews news, CurrentAccount current) {
        this.orders = orders;
        this.floor = floor;
        this.news = news;
        this.current = current;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance order(OrderProgress progress);

        static native TemplateInstance order$progress(OrderProgress progress);
    }

    @GET
    @Path("orders/{id}")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance order(UUID id) {
        return Templates.order(progress(id));
    }

    /** What moves on the page. */
    @GET
    @Path("orders/{id}/progress")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance moving(UUID id) {
        return Templates.order$progress(progress(id));
    }

    /** Says that something moved, and every 20 s that the line is alive. */
    @GET
    @Path("orders/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Multi<OutboundSseEvent> events(UUID id, Sse sse) {
        UUID seen = visible(id).id();
        Multi<OutboundSseEvent> moved = news.of(seen)
                .map(any -> sse.newEventBuilder().name("moved").data("").build());
        Multi<OutboundSseEvent> alive = Multi.createFrom()
                .ticks()
                .every(Duration.ofSeconds(20))
                .onOverflow()
                .drop()
                .map(any -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy().merging().streams(moved, alive);
    }

    private OrderProgress progress(UUID id) {
        OrderView order = visible(id);
        return new OrderProgress(order, floor.runsOfOrder(order.id()));
    }

    private OrderView visible(UUID id) {
        return orders.find(id, current.actor())
                .orElseThrow(() -> ProblemException.notFound("ORDER_UNKNOWN", "There is no such order."));
    }
}
