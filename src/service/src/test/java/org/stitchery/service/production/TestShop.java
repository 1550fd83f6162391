package org.stitchery.service.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.service.Eventually;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.demo.SimulatedMachine;
import org.stitchery.service.demo.SimulatorProcess;
import org.stitchery.service.machine.MachineForm;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineSessions;
import org.stitchery.service.machine.MachineState;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.order.OrderReleased;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.DataPath;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent;

/** A shop for tests: real simulators in processes of their own, real designs, orders that are released. */
@ApplicationScoped
public class TestShop {

    static final Actor ROSA = new Actor(UUID.randomUUID(), "Rosa", "operator");
    static final Actor PAUL = new Actor(UUID.randomUUID(), "Paul", "planner");
    static final Actor CARLA = new Actor(UUID.randomUUID(), "Carla", "customer");
    static final Actor OSKAR = new Actor(UUID.randomUUID(), "Oskar", "owner");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DesignStore designs;
    private final MachinePark park;
    private final DataPath data;
    private final Event<OrderReleased> released;
    private final EntityManager database;
    private final MachineSessions sessions;

    TestShop(
            DesignStore designs,
            MachinePark park,
            DataPath data,
            Event<OrderReleased> released,
            EntityManager database,
            MachineSessions sessions) {
        this.designs = designs;
        this.park = park;
        this.data = data;
        this.released = released;
        this.database = database;
        this.sessions = sessions;
    }

    /** A machine with its simulator. */
    record Station(MachineView machine, SimulatedMachine simulated, SimulatorProcess process) {

        UUID id() {
            return machine.id();
        }

        Ledger ledger() {
            try {
                return Ledger.read(simulated.ledger());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The needle's positions for that label, in tenths, as the machine itself wrote them down. */
        List<List<Integer>> penetrations(String label) {
            return ledger().events(LedgerEvent.Kind.NEEDLE).stream()
                    .filter(event -> event.label().equals(label))
                    .map(event -> List.of((int) event.number(1), (int) event.number(2)))
                    .toList();
        }

        long starts(String label) {
            return ledger().sewings(label).size();
        }
    }

    /** A machine on a pseudo terminal. */
    Station serial(int bytesPerSecond, double speedUp) {
        String name = "serial-" + NUMBER.incrementAndGet();
        Path folder = data.folder("simulator");
        Path link = folder.resolve(name);
        Station station = station(
                new SimulatedMachine("pty:" + link, folder, name, bytesPerSecond, speedUp),
                "serial:" + link + "?baud=" + bytesPerSecond * 10);
        Eventually.until("the simulator's port is there", () -> Files.exists(link, LinkOption.NOFOLLOW_LINKS));
        return station;
    }

    /** A machine on a TCP port. */
    Station network(int bytesPerSecond, double speedUp) {
        String name = "network-" + NUMBER.incrementAndGet();
        int port = freePort();
        return station(
                new SimulatedMachine(
                        "tcp://127.0.0.1:" + port, data.folder("simulator"), name, bytesPerSecond, speedUp),
                "tcp://127.0.0.1:" + port + "?rate=" + bytesPerSecond);
    }

    private Station station(SimulatedMachine simulated, String uri) {
        try {
            SimulatorProcess process = SimulatorProcess.of(simulated);
            MachineView machine = park.add(form(simulated.shortName(), uri), PAUL);
            return new Station(machine, simulated, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A machine at whose address nobody answers. */
    MachineView silent() {
        return park.add(form("silent-" + NUMBER.incrementAndGet(), "tcp://127.0.0.1:" + freePort()), PAUL);
    }

    /** A machine that looks for designs in a folder; nobody is there to sew them. */
    MachineView folder(Path folder) {
        return park.add(
                new MachineForm(
                        "folder-" + NUMBER.incrementAndGet(),
                        "folder:" + folder.toAbsolutePath(),
                        "folder",
                        Map.of(),
                        new Hoop("200x200", 200, 200),
                        1,
                        9,
                        List.of(),
                        800),
                PAUL);
    }

    /** A machine that comes and asks at a desk whose token is {@code stitchery.secret.test-desk}. */
    MachineView desk(String desk) {
        return park.add(
                new MachineForm(
                        desk,
                        "desk:" + desk + "?secret=test-desk",
                        "http-pull",
                        Map.of("reports", "sewing"),
                        new Hoop("200x200", 200, 200),
                        1,
                        9,
                        List.of(),
                        800),
                PAUL);
    }

    private static MachineForm form(String name, String uri) {
        return new MachineForm(name, uri, "tape-reader", Map.of(), new Hoop("200x200", 200, 200), 1, 9, List.of(), 800);
    }

    void awaitIdle(Station station) {
        awaitIdle(station.id());
    }

    void awaitIdle(UUID machine) {
        Eventually.get(
                "machine is idle",
                () -> park.find(machine).orElseThrow().status(),
                status -> status.state() == MachineState.IDLE);
    }

    void awaitAttention(Station station) {
        Eventually.get(
                "machine wants attention",
                () -> park.find(station.id()).orElseThrow().status(),
                status -> status.state() == MachineState.ATTENTION);
    }

    /** Waits until its line is open, whatever its needle is said to do. */
    void awaitLine(Station station) {
        Eventually.until("line is open", () -> sessions.readiness(station.id()).ready());
    }

    /** Takes every machine out of service, so that the next test begins alone. */
    void close(Station station) {
        station.process().stop();
        close(station.id());
    }

    void close(UUID machine) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update machine set in_service = false, version = version + 1 where id = :id")
                        .setParameter("id", machine)
                        .executeUpdate());
    }

    /** Zigzags of that many penetrations in two colours, with a trim and a long jump. */
    static StitchPattern zigzag(int penetrations) {
        StitchPattern.Builder builder = StitchPattern.builder("zigzag")
                .threads(List.of(
                        new ThreadColor(0xC8102E, "Test", "1", "Red"), new ThreadColor(0x00539B, "Test", "2", "Blue")));
        int half = penetrations / 2;
        for (int i = 0; i < half; i++) {
            builder.stitchTo((i % 40) * 10, (i / 40) * 4 + (i % 2) * 20);
        }
        builder.trim().jumpTo(600, 300).colorChange();
        for (int i = half; i < penetrations; i++) {
            builder.stitchTo(600 + (i % 2) * 25, 300 + (i - half));
        }
        return builder.build();
    }

    static List<List<Integer>> penetrations(StitchPattern pattern) {
        return IntStream.range(0, pattern.size())
                .filter(i -> pattern.command(i) == StitchCommand.STITCH)
                .mapToObj(i -> List.of(pattern.x(i), pattern.y(i)))
                .toList();
    }

    /** Releases an order line; says its line id. */
    UUID release(StitchPattern pattern, int quantity) {
        UUID line = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            String sha256 = designs.store(pattern, "twill", "200x200", 0, 0, List.of());
            released.fire(new OrderReleased(UUID.randomUUID(), line, sha256, quantity, "Zigzag", "Carla"));
        });
        return line;
    }

    /** The runs of an order line, by number. */
    List<UUID> runs(UUID line) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery(
                                "select r.id from RunEntity r join JobEntity j on j.id = r.jobId where j.orderLineId = ?1"
                                        + " order by r.numberInJob, r.createdAt",
                                UUID.class)
                        .setParameter(1, line)
                        .getResultList());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
