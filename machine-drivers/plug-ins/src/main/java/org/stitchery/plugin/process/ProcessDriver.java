package org.stitchery.plugin.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.Link;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.api.Transport;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.LinkKind;
import org.stitchery.plugin.host.Pack;
import org.stitchery.plugin.host.UnfitDriverException;
import org.stitchery.plugin.host.UnfitDriverException.Reason;
import org.stitchery.plugin.host.Unpack;

/**
 * A driver that runs in processes of its own, one for each connection: a machine whose driver dies or hangs takes no other
 * with it. Described once, when it is made.
 *
 * <p>This keeps accidents apart, not malice: the process runs under our user. Who may bring drivers is what the list of
 * allowed JARs decides.
 */
public final class ProcessDriver {

    private static final int MOST_REMEMBERED = 200;

    /** Long enough that a line need not wait for messages; short enough that progress is told. Taste. */
    private static final Duration STANDING_OFFER = Duration.ofMillis(20);

    private final Child.Launcher launcher;
    private final Limits limits;
    private final Restarts restarts = new Restarts();
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Map<String, String>, Able> able = new ConcurrentHashMap<>();
    private final Map<Label, Optional<String>> barcodes = new ConcurrentHashMap<>();
    private final LinkKind kind;
    private final DriverDescription description;

    /**
     * What it says of itself under one set of settings.
     *
     * @param scans whether a work order needs a barcode
     */
    private record Able(Capabilities capabilities, List<String> formats, boolean scans) {
        Able {
            formats = List.copyOf(formats);
        }
    }

    private record Label(Map<String, String> settings, String text) {}

    private ProcessDriver(Child.Launcher launcher, Limits limits) throws UnfitDriverException {
        this.launcher = launcher;
        this.limits = limits;
        try (Inquiry inquiry = new Inquiry("describe", launcher, limits.start())) {
            Unpack described = inquiry.ask(Pack.empty(Frame.Kind.DESCRIBE), Frame.Kind.DESCRIBED);
            this.kind = described.name(LinkKind.class);
            this.description = described.description();
            DriverSettings usual = DriverSettings.of(description.settings(), Map.of());
            able.put(usual.asMap(), able(inquiry, usual));
        } catch (IllegalArgumentException e) {
            throw new UnfitDriverException(
                    Reason.FAILS_TO_START, "Its description is not usable: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Starts the JAR's driver once and asks what it is. Waits for the answer.
     *
     * @param jar it must stay where it is for as long as the driver is used
     * @param workFolder where the program of the child is kept; ours alone
     * @throws UnfitDriverException for a JAR without a usable driver, also when it crashes or hangs
     * @throws IOException when the child's program cannot be put into the folder
     */
    public static ProcessDriver of(Path jar, Path workFolder, Limits limits) throws UnfitDriverException, IOException {
        Path host = workFolder.resolve("driver-host.jar");
        synchronized (ProcessDriver.class) {
            if (!Files.exists(host)) {
                HostJar.write(host);
            }
        }
        return of(JavaChild.launcher(workFolder, host, jar, limits.heapMegabytes()), limits);
    }

    static ProcessDriver of(Child.Launcher launcher, Limits limits) throws UnfitDriverException {
        return new ProcessDriver(launcher, limits);
    }

    private static Able able(Inquiry inquiry, DriverSettings settings) throws UnfitDriverException {
        Frame question = new Pack().texts(settings.asMap()).frame(Frame.Kind.CAPABILITIES);
        Unpack answer = inquiry.ask(question, Frame.Kind.CAPABLE);
        return new Able(answer.capabilities(), answer.list(), answer.flag());
    }

    /** The driver for hosts: a line driver, a file driver or a desk driver. */
    public MachineDriver driver() {
        return switch (kind) {
            case LINE -> new Line();
            case FILES -> new Filing();
            case DESK -> new Desk();
        };
    }

    /** How many connections are open. */
    public int open() {
        return open.get();
    }

    private Able able(DriverSettings settings) {
        Able known = able.get(settings.asMap());
        if (known != null) {
            return known;
        }
        return remember(able, settings.asMap(), inquire(inquiry -> able(inquiry, settings)));
    }

    /** Starts a process for each label not asked about before, and none where nobody scans. */
    private Optional<String> scanned(DriverSettings settings, String label) {
        if (!able(settings).scans()) {
            return Optional.empty();
        }
        Label key = new Label(settings.asMap(), label);
        Optional<String> known = barcodes.get(key);
        if (known != null) {
            return known;
        }
        Frame question = new Pack().texts(settings.asMap()).text(label).frame(Frame.Kind.SCANNED);
        return remember(
                barcodes,
                key,
                inquire(inquiry -> Optional.ofNullable(
                        inquiry.ask(question, Frame.Kind.BARCODE).maybe())));
    }

    private static <K, V> V remember(Map<K, V> memory, K key, V value) {
        if (memory.size() >= MOST_REMEMBERED) {
            memory.clear();
        }
        memory.put(key, value);
        return value;
    }

    private interface Question<T> {
        T ask(Inquiry inquiry) throws UnfitDriverException;
    }

    private <T> T inquire(Question<T> question) {
        try (Inquiry inquiry = new Inquiry("settings-" + description.id(), launcher, limits.start())) {
            return question.ask(inquiry);
        } catch (UnfitDriverException e) {
            throw new IllegalArgumentException(
                    "The driver " + description.id() + " cannot say what it does with these settings. "
                            + e.getMessage(),
                    e);
        }
    }

    private MachineConnection open(DriverSettings settings, Link link, Host host) {
        long born = System.nanoTime();
        Duration delay = restarts.delay(link.name(), born);
        if (!delay.isZero()) {
            host.log("the driver's process died before; it is started again in " + delay.toMillis() + " ms");
        }
        ChildWire wire = new ChildWire(description.id(), launcher, delay);
        open.incrementAndGet();
        // Who waits for each turn asks for each write.
        Duration standing = limits.eachTurn().isZero() ? STANDING_OFFER : Duration.ZERO;
        Frame opening = new Pack().texts(settings.asMap()).text(link.name()).frame(Frame.Kind.OPEN);
        Limits delayed =
                new Limits(limits.start().plus(delay), limits.call(), limits.eachTurn(), limits.heapMegabytes());
        return new ProcessConnection(wire, ParentLink.of(link, wire, standing), host, delayed, opening, died -> {
            open.decrementAndGet();
            if (died) {
                restarts.died(link.name(), born, System.nanoTime());
            }
        });
    }

    /** What the three kinds share. */
    abstract class Kind {

        public final DriverDescription description() {
            return description;
        }

        public final Capabilities capabilities(DriverSettings settings) {
            return able(settings).capabilities();
        }

        public final List<String> formats(DriverSettings settings) {
            return able(settings).formats();
        }

        public final Optional<String> scanned(DriverSettings settings, String label) {
            return ProcessDriver.this.scanned(settings, label);
        }
    }

    private final class Line extends Kind implements LineDriver {
        @Override
        public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
            return ProcessDriver.this.open(settings, transport, host);
        }
    }

    private final class Filing extends Kind implements FileDriver {
        @Override
        public MachineConnection open(DriverSettings settings, FilePlace place, Host host) {
            return ProcessDriver.this.open(settings, place, host);
        }
    }

    private final class Desk extends Kind implements DeskDriver {
        @Override
        public MachineConnection open(DriverSettings settings, RequestDesk desk, Host host) {
            return ProcessDriver.this.open(settings, desk, host);
        }
    }
}
