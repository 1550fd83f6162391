package org.stitchery.service.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Setting;
import org.stitchery.embroidery.dialect.Dialects;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.Ledger;
import org.stitchery.service.platform.LedgerEntry;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.transport.MachineUri;

/** The machines of the shop: what they are, and changes to that. Every change is one ledger row. */
@ApplicationScoped
public class MachinePark {

    /**
     * Within this feature: a machine was changed by this transaction.
     *
     * @param line true when it has to be closed and opened again as it now is
     */
    record Edited(UUID machineId, boolean inService, boolean line) {}

    private final MachineRepository machines;
    private final DriverShelf drivers;
    private final MachinePlaces places;
    private final StatusBoard board;
    private final MachineSessions sessions;
    private final Ledger ledger;
    private final Ids ids;
    private final Event<Edited> edited;
    private final Event<MachineEdited> news;

    MachinePark(
            MachineRepository machines,
            DriverShelf drivers,
            MachinePlaces places,
            StatusBoard board,
            MachineSessions sessions,
            Ledger ledger,
            Ids ids,
            Event<Edited> edited,
            Event<MachineEdited> news) {
        this.machines = machines;
        this.drivers = drivers;
        this.places = places;
        this.board = board;
        this.sessions = sessions;
        this.ledger = ledger;
        this.ids = ids;
        this.edited = edited;
        this.news = news;
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
        edited.fire(new Edited(machine.id, true, true));
        return view(machine);
    }

    /**
     * Changes a machine and opens its line anew. Secret settings that are not given stay as they are, since nobody is shown
     * them.
     *
     * @param seenVersion the version the person saw; another one is refused with 409
     */
    @Transactional
    public MachineView change(UUID machineId, int seenVersion, MachineForm given, Actor by) {
        MachineEntity machine = seen(machineId, seenVersion);
        MachineForm form =
                machine.driver.equals(given.driver()) ? given.with(withSecretsOf(machine, given.settings())) : given;
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
        edited.fire(new Edited(machineId, machine.inService, line));
        return view(machine);
    }

    /** Settings for the driver a machine has, with the secrets it keeps where none are given. */
    @Transactional
    Map<String, String> withKeptSecrets(UUID machineId, Map<String, String> settings) {
        return machines.findByIdOptional(machineId)
                .map(machine -> withSecretsOf(machine, settings))
                .orElse(settings);
    }

    private Map<String, String> withSecretsOf(MachineEntity machine, Map<String, String> settings) {
        Map<String, String> complete = new TreeMap<>(settings);
        Set<String> secrets = secretsOf(machine);
        machine.settings.forEach((key, value) -> {
            if (secrets.contains(key)) {
                complete.putIfAbsent(key, value);
            }
        });
        return complete;
    }

    private Set<String> secretsOf(MachineEntity machine) {
        return drivers.find(machine.driver).map(MachineDriver::description).stream()
                .flatMap(description -> description.settings().stream())
                .filter(Setting::secret)
                .map(Setting::key)
                .filter(machine.settings::containsKey)
                .collect(Collectors.toSet());
    }

    /** Says what is on its needles now. */
    @Transactional
    public MachineView thread(UUID machineId, int seenVersion, List<NeedleThread> needleThreads, Actor by) {
        MachineEntity machine = seen(machineId, seenVersion);
        MachineForm form = form(machine, needleThreads);
        machine.set(form);
        machines.flush();
        remember(machine, "needles_threaded", by, Map.of("needles", needleThreads.size()));
        edited.fire(new Edited(machineId, machine.inService, false));
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
        edited.fire(new Edited(machineId, inService, true));
        return view(machine);
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) Edited machine) {
        if (machine.line()) {
            board.change(machine.machineId(), reading -> reading.withService(machine.inService()));
            sessions.reopen(machine.machineId());
        }
        news.fireAsync(new MachineEdited(machine.machineId()));
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
        AddressExample.objection(driver, uri).ifPresent(sentence -> {
            throw ProblemException.unprocessable("MACHINE_ADDRESS_REFUSED", sentence);
        });
        try {
            DriverSettings.of(driver.description().settings(), form.settings());
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("WRONG_SETTING", String.valueOf(e.getMessage()));
        }
        if (!form.dialect().isEmpty()) {
            requireSpoken(form);
        }
        boolean taken = machines.find("name", form.name()).stream().anyMatch(other -> !other.id.equals(self));
        if (taken) {
            throw ProblemException.conflict("NAME_TAKEN", "There is already a machine called " + form.name() + ".");
        }
    }

    /** A dialect is of a format that the driver takes as it is set up. */
    private void requireSpoken(MachineForm form) {
        List<String> takes = drivers.formats(form.driver(), form.settings());
        boolean spoken = Dialects.BUILT_IN
                .byId(form.dialect())
                .filter(dialect -> takes.contains(dialect.format().id()))
                .isPresent();
        if (!spoken) {
            throw ProblemException.unprocessable(
                    "DIALECT_NOT_TAKEN",
                    "With these settings the driver takes " + String.join(", ", takes) + "; \"" + form.dialect()
                            + "\" is no dialect of " + (takes.size() == 1 ? "that." : "those."));
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
                machine.stitchesPerMinute,
                machine.dialect);
    }

    /** Ids of the encodings a machine takes as it is set up, best first. */
    public List<String> formats(MachineView machine) {
        return drivers.formats(machine.driverId(), machine.settings());
    }

    private MachineView view(MachineEntity machine) {
        Optional<MachineDriver> driver = drivers.find(machine.driver);
        Set<String> secrets = secretsOf(machine);
        Map<String, String> shown = new TreeMap<>(machine.settings);
        shown.keySet().removeAll(secrets);
        return new MachineView(
                machine.id,
                machine.name,
                machine.uri,
                machine.driver,
                driver.map(known -> known.description().title()).orElse(machine.driver + " (missing)"),
                drivers.version(machine.driver),
                drivers.capabilities(machine.driver, machine.settings).orElse(null),
                shown,
                secrets,
                machine.hoop(),
                machine.heads,
                machine.needles,
                machine.needleThreads,
                machine.stitchesPerMinute,
                machine.dialect,
                machine.inService,
                machine.version,
                board.of(machine.id));
    }
}
