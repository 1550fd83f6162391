package org.stitchery.service.machine;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.ProblemException;

/** The machines, for programs. Anybody on the floor may look; only the owner of the house says where a machine is. */
@Path("/api/machines")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "machines", description = "The machines of the shop and what is true of them now")
public class MachineResource {

    /** A machine as the owner sends it; the version is the one that was seen, missing for a new machine. */
    public record MachineWish(
            @NotNull String name,
            @NotNull String uri,
            @NotNull String driver,
            @Nullable Map<String, String> settings,
            @NotNull Hoop hoop,
            int heads,
            int needles,
            @Nullable List<NeedleThread> needleThreads,
            int stitchesPerMinute,
            @Nullable String dialect,
            @Nullable Integer version) {}

    /** What is on the needles, as the person at the machine says. */
    public record Threading(@NotNull List<NeedleThread> needleThreads, int version) {}

    /** In service or not. */
    public record Service(boolean inService, int version) {}

    private final MachinePark park;
    private final DriverShelf drivers;
    private final CurrentAccount current;

    MachineResource(MachinePark park, DriverShelf drivers, CurrentAccount current) {
        this.park = park;
        this.drivers = drivers;
        this.current = current;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "All machines by name")
    public List<MachineView> all() {
        return park.all();
    }

    @GET
    @Path("drivers")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "The drivers at hand, with their settings")
    public Collection<DriverDescription> drivers() {
        return drivers.descriptions();
    }

    @GET
    @Path("{machineId}")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "One machine")
    public MachineView one(UUID machineId) {
        return park.find(machineId)
                .orElseThrow(() -> ProblemException.notFound("NO_SUCH_MACHINE", "There is no such machine."));
    }

    @POST
    @RolesAllowed(Role.OWNER)
    @Operation(summary = "Adds a machine and opens its line")
    public Response add(@Valid @NotNull MachineWish wish) {
        MachineView added = park.add(form(wish), current.actor());
        return Response.created(URI.create("/api/machines/" + added.id()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("{machineId}")
    @RolesAllowed(Role.OWNER)
    @Operation(summary = "Changes a machine; 409 when it was changed since the version that was seen")
    public MachineView change(UUID machineId, @Valid @NotNull MachineWish wish) {
        if (wish.version() == null) {
            throw ProblemException.unprocessable("VERSION_WANTED", "Send the version of the machine that you saw.");
        }
        return park.change(machineId, wish.version(), form(wish), current.actor());
    }

    @PUT
    @Path("{machineId}/threads")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "Says what is on its needles")
    public MachineView thread(UUID machineId, @Valid @NotNull Threading threading) {
        try {
            return park.thread(machineId, threading.version(), threading.needleThreads(), current.actor());
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("WRONG_THREADING", String.valueOf(e.getMessage()));
        }
    }

    @PUT
    @Path("{machineId}/service")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "Takes it out of service or puts it back")
    public MachineView service(UUID machineId, @Valid @NotNull Service service) {
        return park.service(machineId, service.version(), service.inService(), current.actor());
    }

    private static MachineForm form(MachineWish wish) {
        try {
            return new MachineForm(
                    wish.name(),
                    wish.uri(),
                    wish.driver(),
                    wish.settings() == null ? Map.of() : wish.settings(),
                    wish.hoop(),
                    wish.heads(),
                    wish.needles(),
                    wish.needleThreads() == null ? List.of() : wish.needleThreads(),
                    wish.stitchesPerMinute(),
                    wish.dialect() == null ? "" : wish.dialect());
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("WRONG_MACHINE", String.valueOf(e.getMessage()));
        }
    }
}
