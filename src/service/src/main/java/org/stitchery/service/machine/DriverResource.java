package org.stitchery.service.machine;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.stitchery.plugin.PlugIn;
import org.stitchery.plugin.Refusal;
import org.stitchery.service.account.Role;

/** The drivers, for programs. Which JARs were refused, and what would allow them, is for the owner only. */
@Path("/api/drivers")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "drivers", description = "The machine drivers at hand, and JARs that are not used")
public class DriverResource {

    /**
     * A JAR in the folder of drivers that is not used.
     *
     * @param lineToAdd what would allow it, for the list of allowed JARs
     */
    public record RefusedDriver(
            String file,
            Refusal.Reason reason,
            String sentence,
            @Nullable String lineToAdd) {}

    private final DriverShelf drivers;

    DriverResource(DriverShelf drivers) {
        this.drivers = drivers;
    }

    @GET
    @RolesAllowed({Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "All drivers by id, with version and where they come from")
    public List<DriverView> all() {
        Map<String, PlugIn> outside = new TreeMap<>();
        drivers.fromOutside().forEach(plugIn -> outside.put(plugIn.id(), plugIn));
        return drivers.descriptions().stream()
                .map(description -> {
                    PlugIn plugIn = outside.get(description.id());
                    return new DriverView(
                            description,
                            drivers.version(description.id()),
                            plugIn == null ? null : plugIn.file(),
                            plugIn == null ? null : plugIn.sha256(),
                            plugIn == null ? null : plugIn.isolation());
                })
                .toList();
    }

    @GET
    @Path("refused")
    @RolesAllowed(Role.OWNER)
    @Operation(summary = "JARs in the folder of drivers that are not used, and why")
    public List<RefusedDriver> refused() {
        return drivers.refused().stream()
                .map(refusal -> new RefusedDriver(
                        refusal.file(),
                        refusal.reason(),
                        refusal.sentence(),
                        refusal.lineToAdd().orElse(null)))
                .toList();
    }
}
