package org.stitchery.service.production;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.ProblemException;

/** What the machines have to do, for programs. */
@Path("/api/queues")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
@Tag(name = "queues", description = "What each machine has to do")
public class QueueResource {

    private final ProductionFloor floor;

    QueueResource(ProductionFloor floor) {
        this.floor = floor;
    }

    @GET
    @Operation(summary = "Every machine with its queue")
    public List<MachineQueueView> all() {
        return floor.queues();
    }

    @GET
    @Path("unassigned")
    @Operation(summary = "Runs that wait for a machine or are held")
    public List<RunView> unassigned() {
        return floor.unassigned();
    }

    @GET
    @Path("{machineId}")
    @Operation(summary = "One machine with its queue")
    public MachineQueueView one(UUID machineId) {
        return floor.queue(machineId)
                .orElseThrow(() -> ProblemException.notFound("NO_SUCH_MACHINE", "There is no such machine."));
    }
}
