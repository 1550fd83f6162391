package org.stitchery.service.production;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;

/**
 * Runs, for programs: one, its history, and what may be done to it. Actions are the words of
 * {@link RunView#allowedActions()}.
 */
@Path("/api/runs/{runId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "runs", description = "Garments to be sewn: where they are and what may be done to them")
public class RunResource {

    /**
     * What goes with an action; each action takes what concerns it.
     *
     * @param version the version of the run that was seen; when given and no longer true, 409
     * @param machineId for {@code assign}
     * @param garmentTag for {@code hooped} and {@code hooped-and-start}
     * @param reason for {@code hold}, {@code give-up} and {@code resolve}
     * @param place for {@code move}, 0 for next
     * @param decision for {@code resolve}: {@code NOT_BEGUN}, {@code COMPLETE}, {@code SPOILED} or {@code RESUME_AT}
     * @param stitch for the decision {@code RESUME_AT}: first penetration still to be sewn, from 0
     */
    public record Wish(
            @Nullable Integer version,
            @Nullable UUID machineId,
            @Nullable String garmentTag,
            @Nullable String reason,
            @Nullable Integer place,
            @Nullable String decision,
            @Nullable Integer stitch) {

        static final Wish NOTHING = new Wish(null, null, null, null, null, null, null);
    }

    private final ProductionFloor floor;
    private final CurrentAccount current;

    RunResource(ProductionFloor floor, CurrentAccount current) {
        this.floor = floor;
        this.current = current;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "One run")
    public RunView one(UUID runId) {
        return floor.run(runId).orElseThrow(RunResource::unknown);
    }

    @GET
    @Path("history")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "Its ledger and its attempts, oldest first")
    public RunHistory history(UUID runId) {
        return floor.history(runId).orElseThrow(RunResource::unknown);
    }

    @GET
    @Path("needles")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "Which needle sews which colour at its machine")
    public NeedlePlan needles(UUID runId) {
        return floor.needlePlan(runId);
    }

    @POST
    @Path("abort")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "Ends its delivery at once, whatever version was seen")
    public RunView abort(UUID runId) {
        return floor.abort(RunRef.of(runId), current.actor());
    }

    @POST
    @Path("pause")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Stops feeding the machine, whatever version was seen")
    public RunView pause(UUID runId) {
        return floor.pause(RunRef.of(runId), current.actor());
    }

    @POST
    @Path("{action}")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Does one of its allowed actions; 409 when somebody was faster")
    public RunView act(UUID runId, String action, @Nullable Wish given) {
        Wish wish = given == null ? Wish.NOTHING : given;
        RunRef run = wish.version() == null ? RunRef.of(runId) : RunRef.seen(runId, wish.version());
        Actor by = current.actor();
        return switch (action) {
            case "assign" -> floor.assign(run, wanted(wish.machineId(), "machineId"), by);
            case "unassign" -> floor.unassign(run, by);
            case "hold" -> floor.hold(run, text(wish.reason()), by);
            case "unhold" -> floor.unhold(run, by);
            case "cancel" -> floor.cancel(run, by);
            case "move" -> floor.moveInQueue(run, wanted(wish.place(), "place"), by);
            case "hooped" -> floor.hooped(run, text(wish.garmentTag()), by);
            case "disarm" -> floor.disarm(run, by);
            case "start" -> floor.start(run, by);
            case "hooped-and-start" -> floor.hoopedAndStart(run, text(wish.garmentTag()), by);
            case "resume" -> floor.resume(run, by);
            case "give-up" -> floor.giveUp(run, text(wish.reason()), by);
            case "finished" -> floor.finished(run, by);
            case "resolve" -> floor.resolveSuspect(run, decision(wish), text(wish.reason()), by);
            default -> throw ProblemException.notFound("NO_SUCH_ACTION", "There is no action \"" + action + "\".");
        };
    }

    private static SuspectDecision decision(Wish wish) {
        return switch (text(wish.decision())) {
            case "NOT_BEGUN" -> new SuspectDecision.NotBegun();
            case "COMPLETE" -> new SuspectDecision.Complete();
            case "SPOILED" -> new SuspectDecision.Spoiled();
            case "RESUME_AT" -> resumeAt(wanted(wish.stitch(), "stitch"));
            default ->
                throw ProblemException.unprocessable(
                        "DECISION_WANTED", "decision is NOT_BEGUN, COMPLETE, SPOILED or RESUME_AT.");
        };
    }

    private static SuspectDecision resumeAt(int stitch) {
        if (stitch < 0) {
            throw ProblemException.unprocessable("NO_SUCH_STITCH", "Stitches are counted from 0.");
        }
        return new SuspectDecision.ResumeAt(stitch);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }

    private static <T> T wanted(@Nullable T value, String what) {
        if (value == null) {
            throw ProblemException.unprocessable("MISSING_" + what.toUpperCase(Locale.ROOT), "Say " + what + ".");
        }
        return value;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("RUN_UNKNOWN", "There is no such run.");
    }
}
