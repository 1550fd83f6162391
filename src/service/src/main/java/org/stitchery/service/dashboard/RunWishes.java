package org.stitchery.service.dashboard;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.production.ProductionFloor;
import org.stitchery.service.production.RunRef;
import org.stitchery.service.production.RunView;
import org.stitchery.service.production.SuspectDecision;

/**
 * What people press on the floor. Each answers with the machine's card as it then is, the refusal written on it when the
 * wish could not be granted; a browser without scripts goes back to the floor.
 */
@Path("/floor/runs/{runId}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RunWishes {

    private final ProductionFloor floor;
    private final MachineCards cards;
    private final CurrentAccount current;

    RunWishes(ProductionFloor floor, MachineCards cards, CurrentAccount current) {
        this.floor = floor;
        this.cards = cards;
        this.current = current;
    }

    @POST
    @Path("hooped-and-start")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response hoopedAndStart(
            UUID runId,
            @FormParam("version") int version,
            @FormParam("garmentTag") @Nullable String garmentTag,
            @FormParam("checked") @Nullable String checked,
            @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(runId, htmx, by -> {
            if (checked == null) {
                throw ProblemException.unprocessable(
                        "NOT_CHECKED", "Tick that the garment is hooped and the threads are checked, then start.");
            }
            floor.hoopedAndStart(RunRef.seen(runId, version), text(garmentTag), by);
        });
    }

    @POST
    @Path("pause")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response pause(UUID runId, @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(runId, htmx, by -> floor.pause(RunRef.of(runId), by));
    }

    @POST
    @Path("resume")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response resume(
            UUID runId, @FormParam("version") int version, @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(runId, htmx, by -> floor.resume(RunRef.seen(runId, version), by));
    }

    /** Stopping is open to everybody who may see the machine, whatever version they saw. */
    @POST
    @Path("abort")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response abort(UUID runId, @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(runId, htmx, by -> floor.abort(RunRef.of(runId), by));
    }

    @POST
    @Path("give-up")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response giveUp(
            UUID runId,
            @FormParam("version") int version,
            @FormParam("reason") @Nullable String reason,
            @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(runId, htmx, by -> floor.giveUp(RunRef.seen(runId, version), text(reason), by));
    }

    @POST
    @Path("finished")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response finished(
            UUID runId, @FormParam("version") int version, @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(runId, htmx, by -> floor.finished(RunRef.seen(runId, version), by));
    }

    @POST
    @Path("disarm")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response disarm(
            UUID runId, @FormParam("version") int version, @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(runId, htmx, by -> floor.disarm(RunRef.seen(runId, version), by));
    }

    @POST
    @Path("resolve")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response resolve(
            UUID runId,
            @FormParam("version") int version,
            @FormParam("decision") @Nullable String decision,
            @FormParam("stitch") @Nullable Integer stitch,
            @FormParam("reason") @Nullable String reason,
            @HeaderParam("HX-Request") @Nullable String htmx) {
        return wish(
                runId,
                htmx,
                by -> floor.resolveSuspect(
                        RunRef.seen(runId, version), decided(text(decision), stitch), text(reason), by));
    }

    @POST
    @Path("assign")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response assign(UUID runId, @FormParam("version") int version, @FormParam("machineId") UUID machineId) {
        floor.assign(RunRef.seen(runId, version), machineId, current.actor());
        return backToFloor();
    }

    @POST
    @Path("unassign")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response unassign(UUID runId, @FormParam("version") int version) {
        floor.unassign(RunRef.seen(runId, version), current.actor());
        return backToFloor();
    }

    @POST
    @Path("hold")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response hold(UUID runId, @FormParam("version") int version, @FormParam("reason") @Nullable String reason) {
        floor.hold(RunRef.seen(runId, version), text(reason), current.actor());
        return backToFloor();
    }

    @POST
    @Path("unhold")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    public Response unhold(UUID runId, @FormParam("version") int version) {
        floor.unhold(RunRef.seen(runId, version), current.actor());
        return backToFloor();
    }

    private Response wish(UUID runId, @Nullable String htmx, Consumer<Actor> granted) {
        Optional<UUID> machineBefore = floor.run(runId).map(RunView::machineId);
        try {
            granted.accept(current.actor());
            return htmx == null ? backToFloor() : card(runId, machineBefore, null);
        } catch (ProblemException refused) {
            if (htmx == null || machineBefore.isEmpty()) {
                throw refused;
            }
            return card(runId, machineBefore, refused);
        }
    }

    private Response card(UUID runId, Optional<UUID> machineBefore, @Nullable ProblemException refused) {
        UUID machineId = machineBefore
                .or(() -> floor.run(runId).map(RunView::machineId))
                .orElseThrow(() -> ProblemException.notFound("RUN_UNKNOWN", "There is no such run at a machine."));
        TemplateInstance card =
                FloorPages.Templates.card(cards.of(machineId, refused == null ? null : refused.sentence())
                        .orElseThrow(() -> ProblemException.notFound("MACHINE_UNKNOWN", "There is no such machine.")));
        return Response.status(refused == null ? 200 : refused.status())
                .entity(card)
                .build();
    }

    private static SuspectDecision decided(String decision, @Nullable Integer stitch) {
        return switch (decision) {
            case "not_begun" -> new SuspectDecision.NotBegun();
            case "complete" -> new SuspectDecision.Complete();
            case "spoiled" -> new SuspectDecision.Spoiled();
            case "resume_at" -> {
                if (stitch == null || stitch < 0) {
                    throw ProblemException.unprocessable("STITCH_MISSING", "Say at which stitch to go on, from 0.");
                }
                yield new SuspectDecision.ResumeAt(stitch);
            }
            default ->
                throw ProblemException.unprocessable(
                        "DECISION_UNKNOWN", "Choose what you see in the hoop: not begun, complete or spoiled.");
        };
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static Response backToFloor() {
        return Response.seeOther(URI.create("/floor")).build();
    }
}
