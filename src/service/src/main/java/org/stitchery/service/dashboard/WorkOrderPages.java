package org.stitchery.service.dashboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.service.account.Role;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.machine.DriverShelf;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.production.ProductionFloor;
import org.stitchery.service.production.RunHistory;
import org.stitchery.service.production.RunView;

/** The printable sheet of a run, and its history. */
@Path("/floor/runs/{runId}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WorkOrderPages {

    private final ProductionFloor floor;
    private final DesignStore designs;
    private final MachinePark park;
    private final DriverShelf drivers;

    WorkOrderPages(ProductionFloor floor, DesignStore designs, MachinePark park, DriverShelf drivers) {
        this.floor = floor;
        this.designs = designs;
        this.park = park;
        this.drivers = drivers;
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {
        static native TemplateInstance workOrder(WorkOrder sheet, RunHistory history);
    }

    @GET
    @Path("work-order")
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance workOrder(UUID runId) {
        RunHistory history = floor.history(runId)
                .orElseThrow(() -> ProblemException.notFound("RUN_UNKNOWN", "There is no such run."));
        DesignRecord design = designs.find(history.run().designSha256())
                .orElseThrow(() -> ProblemException.notFound("DESIGN_UNKNOWN", "The design of this run is missing."));
        Optional<FabricRecipe> recipe = FabricRecipes.named(design.fabric());
        Optional<String> scanned = scanned(history.run());
        return Templates.workOrder(
                new WorkOrder(
                        history.run(),
                        design,
                        floor.needlePlan(runId),
                        recipe.map(FabricRecipe::backing).orElse(""),
                        recipe.map(FabricRecipe::topping).orElse(""),
                        WorkOrder.barcodeOf(history.run(), scanned),
                        scanned.isPresent()),
                history);
    }

    private Optional<String> scanned(RunView run) {
        String label = run.attemptLabel() == null ? "" : run.attemptLabel();
        return Optional.ofNullable(run.machineId())
                .flatMap(park::find)
                .flatMap(machine -> drivers.scanned(machine.driverId(), machine.settings(), label));
    }
}
