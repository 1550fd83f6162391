package org.stitchery.service.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.Ledger;
import org.stitchery.service.platform.LedgerEntry;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineUri;

/** The machines of the shop: what they are, and changes to that. Every change is one ledger row. */
@ApplicationScoped
public class MachinePark {

    /** The machine has to be closed and opened again as it now is. */
    record Edited(UUID machineId, boolean inService) {}

    private final MachineRepository machines;
    private final DriverShelf drivers;
    private final MachinePlaces places;
    private final StatusBoard board;
    private final MachineSessions sessions;
    private final Ledger ledger;
    private final Ids ids;
    private final Event<Edited> edited;

    MachinePark(
            MachineRepository machines,
            DriverShelf drivers,
            MachinePlaces places,
            StatusBoard board,
            MachineSessions sessions,
            Ledger ledger,
            Ids ids,
            Event<Edited> edited) {
        this.machines = machines;
        this.drivers = drivers;
        this.places = places;
        this.board = board;
        this.sessions = sessions;
        this.ledger = ledger;
        this.ids = ids;
        this.edited = edited;
    }

    /** All machines by name. */
    @Transactional
    public List<MachineView> all() {
        return machines.byName().stream().map(this::view).toList();
    }

    /** One machine. */
    @Transactional
    public Optional<MachineView> find(UUID machineId) {
        return machines.findByIdOptional(machineId).map(this::view);
    }

    /**
     * Adds a machine and opens its line.
     *
     * @throws ProblemException 422 for an address outside the machine networks or wrong settings, 409 for a name twice
     */
    @Transactional
    public MachineView add(MachineForm form, Actor by) {
        check(form, null);
        MachineEntity machine = new MachineEntity(ids.next(), form);
        machines.persistAndFlush(machine);
        remember(machine, "machine_added", by, Map.of("uri", form.uri(), "driver", form.driver()));
        edited.fire(new Edited(machine.id, true));
        return view(machine);
    }

    /**
     * Changes a machine and opens its line anew.
     *
     * @param seenVersion the version the person saw; another one is refused with 409
     */
    @Transactional
    public MachineView change(UUID machineId, int seenVersion, MachineForm form, Actor by) {
        MachineEntity machine = seen(machineId, seenVersion);
        check(form, machineId);
        boolean line = !machine.uri.equals(form.uri())
                || !machine.driver.equals(form.driver())
                || !machine.settings.equals(form.settings());
        if (line) {
            requireQuiet(machine);
        }
        Map<String, Object> change = new TreeMap<>();
        change.put("uri_before", machine.uri);
        change.put("uri", form.uri());
        change.put("driver_before", machine.driver);
        change.put("driver", form.driver());
        machine.set(form);
        machines.flush();
        remember(machine, "machine_changed", by, change);
        if (line) {
            edited.fire(new Edited(machineId, machine.inService));
        }
        return view(machine);
    }

    /** Says what is on its needles now. */
    @Transactional
    public MachineView thread(UUID machineId, int seenVersion, List<NeedleThread> needleThreads, Actor by) {
        MachineEntity machine = seen(machineId, seenVersion);
        MachineForm form = form(machine, needleThreads);
        machine.set(form);
        machines.flush();
        remember(machine, "needles_threaded", by, Map.of("needles", needleThreads.size()));
        return view(machine);
    }

    /** Takes a machine out of service or puts it back. Refused while a design is being handed over to it. */
    @Transactional
    public MachineView service(UUID machineId, int seenVersion, boolean inService, Actor by) {
        MachineEntity machine = seen(machineId, seenVersion);
        if (machine.inService == inService) {
            return view(machine);
        }
        if (!inService) {
            requireQuiet(machine);
        }
        machine.inService = inService;
        machines.flush();
        remember(machine, inService ? "put_in_service" : "taken_out_of_service", by, Map.of());
        edited.fire(new Edited(machineId, inService));
        return view(machine);
    }

    void reopen(@Observes(during = TransactionPhase.AFTER_SUCCESS) Edited machine) {
        board.change(machine.machineId(), reading -> reading.withService(machine.inService()));
        sessions.reopen(machine.machineId());
    }

    private void requireQuiet(MachineEntity machine) {
        if (sessions.isDelivering(machine.id)) {
            throw ProblemException.conflict(
                    "MACHINE_BUSY", machine.name + " is being given a design. Wait for its end or abort it first.");
        }
    }

    private MachineEntity seen(UUID machineId, int seenVersion) {
        MachineEntity machine = machines.findByIdOptional(machineId)
                .orElseThrow(() -> ProblemException.notFound("NO_SUCH_MACHINE", "There is no such machine."));
        if (machine.version != seenVersion) {
            throw ProblemException.conflict(
                    "MACHINE_CHANGED_MEANWHILE", machine.name + " was changed meanwhile. Look again, then repeat.");
        }
        return machine;
    }

    private void check(MachineForm form, @Nullable UUID self) {
        MachineUri uri = places.allowed(form.uri());
        MachineDriver driver = drivers.find(form.driver())
                .orElseThrow(() -> ProblemException.unprocessable(
                        "NO_SUCH_DRIVER", "There is no driver \"" + form.driver() + "\"."));
        try {
            DriverSettings.of(driver.description().settings(), form.settings());
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("WRONG_SETTING", String.valueOf(e.getMessage()));
        }
        try {
            Links.requireFit(driver, uri);
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("WRONG_DRIVER", e.getMessage() + ".");
        }
        boolean taken = machines.find("name", form.name()).stream().anyMatch(other -> !other.id.equals(self));
        if (taken) {
            throw ProblemException.conflict("NAME_TAKEN", "There is already a machine called " + form.name() + ".");
        }
    }

    private void remember(MachineEntity machine, String event, Actor by, Map<String, Object> payload) {
        ledger.append(LedgerEntry.of("machine", machine.id, machine.version, event, by, payload));
    }

    private static MachineForm form(MachineEntity machine, List<NeedleThread> needleThreads) {
        return new MachineForm(
                machine.name,
                machine.uri,
                machine.driver,
                machine.settings,
                machine.hoop(),
                machine.heads,
                machine.needles,
                needleThreads,
                machine.stitchesPerMinute);
    }

    private MachineView view(MachineEntity machine) {
        Optional<MachineDriver> driver = drivers.find(machine.driver);
        return new MachineView(
                machine.id,
                machine.name,
                machine.uri,
                machine.driver,
                driver.map(known -> known.description().title()).orElse(machine.driver + " (missing)"),
                drivers.version(machine.driver),
                drivers.capabilities(machine.driver, machine.settings).orElse(null),
                machine.settings,
                machine.hoop(),
                machine.heads,
                machine.needles,
                machine.needleThreads,
                machine.stitchesPerMinute,
                machine.inService,
                machine.version,
                board.of(machine.id));
    }
}
