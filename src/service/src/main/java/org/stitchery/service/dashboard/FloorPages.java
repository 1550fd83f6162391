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
import java.util.List;
import java.util.UUID;
import org.stitchery.service.account.Role;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.production.ProductionFloor;
import org.stitchery.service.production.RunView;

/** The floor: machines with their queues, and the big screen on the wall. */
@Path("/floor")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FloorPages {

    private final MachineCards cards;
    private final ProductionFloor floor;
    private final FloorNews news;

    FloorPages(MachineCards cards, ProductionFloor floor, FloorNews news) {
        this.cards = cards;
        this.floor = floor;
        this.news = news;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance floor(List<MachineCard> cards, List<RunView> unassigned);

        static native TemplateInstance screen(List<MachineCard> cards, List<RunView> unassigned);

        static native TemplateInstance card(MachineCard card);

        static native TemplateInstance tile(MachineCard card);

        static native TemplateInstance progress(MachineCard card);

        static native TemplateInstance unassigned(List<RunView> unassigned, List<MachineView> machines);
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance floor() {
        return Templates.floor(cards.all(), floor.unassigned());
    }

    @GET
    @Path("screen")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance screen() {
        return Templates.screen(cards.all(), floor.unassigned());
    }

    @GET
    @Path("machines/{machineId}")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance card(UUID machineId) {
        return Templates.card(known(machineId));
    }

    @GET
    @Path("machines/{machineId}/tile")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance tile(UUID machineId) {
        return Templates.tile(known(machineId));
    }

    @GET
    @Path("machines/{machineId}/progress")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance progress(UUID machineId) {
        return Templates.progress(known(machineId));
    }

    @GET
    @Path("unassigned")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance unassigned() {
        return Templates.unassigned(
                floor.unassigned(),
                cards.all().stream().map(MachineCard::machine).toList());
    }

    /** Which cards are out of date, as server-sent events named after what to reload, with the machine's id. */
    @GET
    @Path("news")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Multi<OutboundSseEvent> news(Sse sse) {
        return news.stream()
                .map(item -> sse.newEventBuilder()
                        .name(item.kind())
                        .data(String.valueOf(item.machineId()))
                        .build());
    }

    private MachineCard known(UUID machineId) {
        return cards.of(machineId, null)
                .orElseThrow(() -> ProblemException.notFound("MACHINE_UNKNOWN", "There is no such machine."));
    }
}
