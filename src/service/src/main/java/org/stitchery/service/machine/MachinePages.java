package org.stitchery.service.machine;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.ProblemException;

/** The owner's machines: which there are, where they are, and what speaks to them. */
@Path("/machines")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.OWNER)
@Blocking
public class MachinePages {

    private static final String NO_MACHINE = "There is no such machine.";

    private final MachinePark park;
    private final DriverShelf drivers;
    private final LineTrial trial;
    private final CurrentAccount current;

    MachinePages(MachinePark park, DriverShelf drivers, LineTrial trial, CurrentAccount current) {
        this.park = park;
        this.drivers = drivers;
        this.trial = trial;
        this.current = current;
    }

    @CheckedTemplate(basePath = "machine")
    static class Templates {
        static native TemplateInstance machines(List<MachineView> machines);

        static native TemplateInstance drivers(List<DriverCard> cards, @Nullable MachineView machine);

        static native TemplateInstance machine(MachineSheet sheet);

        static native TemplateInstance trial(LineTrial.Finding finding);
    }

    @GET
    @RolesAllowed(Role.OWNER)
    public TemplateInstance machines() {
        return Templates.machines(park.all());
    }

    /** First the driver, since the rest of the form depends on it. */
    @GET
    @Path("new")
    @RolesAllowed(Role.OWNER)
    public TemplateInstance fresh(@QueryParam("driver") @Nullable String driver) {
        if (driver == null) {
            return Templates.drivers(cards(), null);
        }
        MachineDriver chosen = known(driver);
        return Templates.machine(
                MachineSheet.of(null, chosen, MachineEntry.fresh(chosen.description()), Map.of(), null));
    }

    @GET
    @Path("{machineId}")
    @RolesAllowed(Role.OWNER)
    public TemplateInstance machine(UUID machineId, @QueryParam("driver") @Nullable String driver) {
        MachineView machine = known(machineId);
        MachineEntry entry = MachineEntry.of(machine);
        if (driver == null && drivers.find(machine.driverId()).isEmpty()) {
            return Templates.drivers(cards(), machine);
        }
        MachineDriver chosen = known(driver == null ? machine.driverId() : driver);
        boolean other = !chosen.description().id().equals(machine.driverId());
        return Templates.machine(
                MachineSheet.of(machine, chosen, other ? entry.with(chosen.description()) : entry, Map.of(), null));
    }

    /** The drivers to choose another from. */
    @GET
    @Path("{machineId}/driver")
    @RolesAllowed(Role.OWNER)
    public TemplateInstance otherDriver(UUID machineId) {
        return Templates.drivers(cards(), known(machineId));
    }

    @POST
    @RolesAllowed(Role.OWNER)
    public Response add(MultivaluedMap<String, String> form) {
        return saved(null, form);
    }

    @POST
    @Path("{machineId}")
    @RolesAllowed(Role.OWNER)
    public Response change(UUID machineId, MultivaluedMap<String, String> form) {
        return saved(known(machineId), form);
    }

    /** Retires a machine, or puts it back. */
    @POST
    @Path("{machineId}/service")
    @RolesAllowed(Role.OWNER)
    public Response service(
            UUID machineId, @FormParam("inService") boolean inService, @FormParam("version") int version) {
        park.service(machineId, version, inService, current.actor());
        return backToList();
    }

    /** Tries the address that stands in the form, saved or not. */
    @POST
    @Path("try")
    @RolesAllowed(Role.OWNER)
    public Response attempt(MultivaluedMap<String, String> form, @HeaderParam("HX-Request") @Nullable String htmx) {
        String machineId = form.getFirst("machineId");
        MachineView machine = machineId == null || machineId.isEmpty() ? null : known(id(machineId));
        MachineDriver driver = known(String.valueOf(form.getFirst("driver")));
        MachineEntry entry = MachineEntry.typed(form, driver.description());
        LineTrial.Finding finding = tried(machine, driver, entry);
        return Response.ok(
                        htmx != null
                                ? Templates.trial(finding)
                                : Templates.machine(MachineSheet.of(machine, driver, entry, Map.of(), finding)))
                .build();
    }

    private LineTrial.Finding tried(@Nullable MachineView machine, MachineDriver driver, MachineEntry entry) {
        try {
            Map<String, String> settings = new LinkedHashMap<>();
            driver.description().settings().forEach(setting -> {
                String value = entry.get(MachineEntry.SETTING + setting.key());
                if (!value.isEmpty()) {
                    settings.put(setting.key(), value);
                }
            });
            Map<String, String> complete = machine == null
                            || !machine.driverId().equals(driver.description().id())
                    ? settings
                    : park.withKeptSecrets(machine.id(), settings);
            return trial.attempt(
                    machine,
                    entry.get("uri"),
                    driver,
                    DriverSettings.of(driver.description().settings(), complete));
        } catch (ProblemException e) {
            return new LineTrial.Finding(false, e.sentence());
        } catch (IllegalArgumentException e) {
            return new LineTrial.Finding(false, String.valueOf(e.getMessage()));
        }
    }

    private Response saved(@Nullable MachineView machine, MultivaluedMap<String, String> form) {
        MachineDriver driver = known(String.valueOf(form.getFirst("driver")));
        MachineEntry entry = MachineEntry.typed(form, driver.description());
        EntryCheck check = new EntryCheck(entry, driver.description());
        Map<String, String> objections = new LinkedHashMap<>(check.objections());
        int status = 422;
        if (check.form().isPresent()) {
            try {
                if (machine == null) {
                    park.add(check.form().get(), current.actor());
                } else {
                    park.change(machine.id(), version(form), check.form().get(), current.actor());
                }
                return backToList();
            } catch (ProblemException e) {
                objections.put(field(e), e.sentence());
                status = e.status();
            }
        }
        return Response.status(status)
                .entity(Templates.machine(MachineSheet.of(machine, driver, entry, objections, null)))
                .build();
    }

    private static String field(ProblemException refused) {
        return switch (refused.code()) {
            case "MACHINE_ADDRESS_REFUSED" -> "uri";
            case "NAME_TAKEN" -> "name";
            case "DIALECT_NOT_TAKEN" -> "dialect";
            default -> MachineSheet.WHOLE;
        };
    }

    private List<DriverCard> cards() {
        return drivers.descriptions().stream()
                .map(description -> DriverCard.of(known(description.id())))
                .toList();
    }

    private MachineDriver known(String driver) {
        return drivers.find(driver)
                .orElseThrow(() -> ProblemException.unprocessable(
                        "NO_SUCH_DRIVER", "There is no driver \"" + driver + "\"; add its plug-in."));
    }

    private MachineView known(UUID machineId) {
        return park.find(machineId).orElseThrow(() -> ProblemException.notFound("NO_SUCH_MACHINE", NO_MACHINE));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("NO_SUCH_MACHINE", NO_MACHINE);
        }
    }

    private static int version(MultivaluedMap<String, String> form) {
        try {
            return Integer.parseInt(String.valueOf(form.getFirst("version")));
        } catch (NumberFormatException e) {
            throw ProblemException.unprocessable("VERSION_WANTED", "Open the machine's page and save from there.");
        }
    }

    private static Response backToList() {
        return Response.seeOther(URI.create("/machines")).build();
    }
}
