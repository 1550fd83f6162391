package org.stitchery.service.demo;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;
import org.stitchery.service.machine.MachineForm;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.machine.NeedleThread;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.DataPath;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.SerialUri;
import org.stitchery.transport.TcpUri;

/**
 * Sets the demonstration shop up: two machines in the database the first time, their simulators every time. Does nothing
 * unless {@code stitchery.demo} is true.
 */
@ApplicationScoped
class DemoShop {

    private static final Logger LOG = Logger.getLogger(DemoShop.class);

    private static final String SERIAL = "Serial Six";
    private static final String NETWORK = "Network Nine";
    private static final int SERIAL_BAUD = 19_200;
    private static final int NETWORK_RATE = 11_520;

    private final MachinePark park;
    private final Path folder;
    private final boolean demo;
    private final double speedUp;
    private final List<SimulatorProcess> on = new ArrayList<>();

    DemoShop(
            MachinePark park,
            DataPath data,
            @ConfigProperty(name = "stitchery.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "stitchery.demo.speed-up", defaultValue = "4") double speedUp) {
        this.park = park;
        this.folder = data.root().resolve("simulator");
        this.demo = demo;
        this.speedUp = speedUp;
    }

    /** Before the sessions look for their machines, so that these are on by then. */
    void open(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) throws IOException {
        if (!demo) {
            return;
        }
        if (park.all().isEmpty()) {
            seed();
        }
        for (MachineView machine : park.all()) {
            switchOn(machine);
        }
    }

    /** After the sessions have let go of their lines. */
    void close(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER + 500) ShutdownEvent stop) {
        for (SimulatorProcess simulator : on) {
            simulator.stop();
        }
    }

    private void seed() throws IOException {
        park.add(
                new MachineForm(
                        SERIAL,
                        "serial:" + folder.resolve("serial-six") + "?baud=" + SERIAL_BAUD,
                        "tape-reader",
                        Map.of(),
                        new Hoop("200x298", 200, 298),
                        1,
                        6,
                        threads(6),
                        800),
                Actor.SYSTEM);
        park.add(
                new MachineForm(
                        NETWORK,
                        "tcp://127.0.0.1:" + freePort() + "?rate=" + NETWORK_RATE,
                        "tape-reader",
                        Map.of(),
                        new Hoop("239x358", 239, 358),
                        1,
                        9,
                        threads(9),
                        1000),
                Actor.SYSTEM);
        LOG.info("A demonstration shop with two simulated machines was set up");
    }

    private void switchOn(MachineView machine) throws IOException {
        MachineUri uri = MachineUri.parse(machine.uri());
        if (uri instanceof SerialUri serial && Path.of(serial.device()).startsWith(folder)) {
            on.add(SimulatorProcess.of(simulated(machine, "pty:" + serial.device(), serial)));
        } else if (uri instanceof TcpUri tcp && tcp.host().equals("127.0.0.1")) {
            on.add(SimulatorProcess.of(simulated(machine, "tcp://127.0.0.1:" + tcp.port(), tcp)));
        }
    }

    private SimulatedMachine simulated(MachineView machine, String listen, LineUri line) {
        String shortName = machine.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new SimulatedMachine(listen, folder, shortName, line.bytesPerSecond(), speedUp);
    }

    /** Black, white and what sells, as a shop would have on. */
    private static List<NeedleThread> threads(int needles) {
        List<Integer> wanted =
                List.of(0x000000, 0xFFFFFF, 0xC8102E, 0x00539B, 0xF2A900, 0x007A3D, 0x5B2C83, 0xE56A00, 0x8A8D8F);
        List<NeedleThread> threads = new ArrayList<>();
        for (int needle = 1; needle <= needles; needle++) {
            ThreadColor thread = Palettes.STITCHERY_40.nearest(wanted.get(needle - 1));
            threads.add(new NeedleThread(needle, thread));
        }
        return threads;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
