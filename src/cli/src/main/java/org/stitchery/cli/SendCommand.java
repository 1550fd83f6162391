package org.stitchery.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.SideFile;
import org.stitchery.embroidery.dialect.Dialect;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.format.colors.ColorList;
import org.stitchery.embroidery.format.colors.ColorUse;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.transport.DeskUri;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.OpenLink;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.Transports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "send",
        description = {
            "Hands a design to a machine, without the service.",
            "",
            "Says what is known at the end and no more: \"delivered\" means that every byte has left for the machine, not"
                    + " that it was sewn. Ctrl-C ends the delivery; what has left cannot be called back."
        },
        footer = {
            "",
            "Examples:",
            "  stitchery send rose.dst --to 'serial:/dev/ttyUSB0?baud=9600'",
            "  stitchery send rose.dst --to tcp://192.0.2.7:4000 --label ROSE-1 --set wait-for-xon=false",
            "  stitchery send rose.dst --to folder:/srv/press-3",
            "  stitchery send rose.dst --to 'desk:press-3?listen=192.0.2.1:8095' --set reports=nothing",
            "  STITCHERY_SECRET_PRESS=... stitchery send rose.dst --to"
                    + " 'sftp://press@192.0.2.7/designs?secret=press&hostkey=SHA256:...'"
        })
final class SendCommand implements Callable<Integer> {

    private static final int LONGEST_LABEL = 16;

    @Parameters(paramLabel = "FILE", description = "The design; it is encoded anew as the machine wants it.")
    private Path file;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URI",
            description = "serial:/dev/ttyUSB0?baud=9600&data=8&parity=none&stop=1&flow=none,"
                    + " tcp://host:port?rate=BYTES_PER_SECOND, rfc2217://host:port?baud=9600 (and all that serial has),"
                    + " pipe:/absolute/program?arg=ONE&arg=TWO, folder:/path/the/machine/reads, smb, ftp, ftps,"
                    + " sftp://user@host/folder?secret=NAME with the password in STITCHERY_SECRET_NAME, or"
                    + " desk:NAME?listen=127.0.0.1:8095 for a machine that comes and asks over HTTP and brings the"
                    + " token from there.")
    private String to;

    @Option(
            names = "--driver",
            paramLabel = "ID",
            description = "How the machine is spoken to; without it tape-reader over a line, folder into a folder and"
                    + " http-pull at a desk.")
    private @Nullable String driverId;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of the driver, such as leader-bytes=64; may be given several times.")
    private Map<String, String> set = Map.of();

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description =
                    "What the machine's panel shows, 1 to 16 of A-Z 0-9 _ -. Made from the design's name without it.")
    private @Nullable String label;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description =
                    "How long it may take until the machine asks for the design, or takes more of it; ${DEFAULT-VALUE}"
                            + " without it. A machine that says wait is waited for, up to half an hour.")
    private int patienceSeconds;

    @Option(
            names = "--despite-findings",
            description = "Send it although something is wrong with the file, such as a design that breaks off.")
    private boolean despiteFindings;

    @Mixin
    private DialectOptions dialect;

    @Mixin
    private PlugInOptions plugIns;

    private final Surroundings surroundings;

    SendCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        MachineUri uri = uri();
        String wanted = driverId != null ? driverId : usualDriver(uri);
        try (Drivers drivers = plugIns.drivers()) {
            return send(uri, drivers.named(wanted));
        }
    }

    private int send(MachineUri uri, MachineDriver driver) {
        try {
            Links.requireFit(driver, uri);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage() + ".");
        }
        DriverSettings settings = Drivers.settings(driver, set);
        if (patienceSeconds < 1) {
            throw Complaint.usage("--patience takes at least 1 second, found " + patienceSeconds + ".");
        }
        DesignFile design = DesignFile.read(InputFile.read(file), dialect.toRead());
        Findings.tell(design.findings(), surroundings.err());
        refuseDamaged(design);
        String named = label == null ? labelOf(design.pattern().name()) : label;
        if (!named.matches("[A-Z0-9_-]{1,16}")) {
            throw Complaint.usage("--label takes 1 to 16 of A-Z 0-9 _ -, found \"" + named + "\".");
        }
        Dialect wanted = dialect(driver.formats(settings));
        EmbroideryFormat format = wanted.format();
        WriteResult encoded = wanted.write(design.pattern().withName(named));
        Findings.tell(encoded.findings(), surroundings.err());
        try (OpenLink link =
                Links.open(uri, Transports.deviceLocks(), Secrets.of(System.getenv()), Transports.CONNECT_DEADLINE)) {
            DeliveryOrder order = new DeliveryOrder(
                    named, format.id(), encoded.file().bytes(), link.fence(), colors(driver, design.pattern()), 0);
            return tell(deliver(link, driver, settings, order), order);
        } catch (TransportException e) {
            throw Complaint.machine(e.getMessage(), e);
        }
    }

    /** The colours in every way the driver may put beside the design; which needle sews a block, only the shop knows. */
    private static List<SideFile> colors(MachineDriver driver, StitchPattern pattern) {
        List<ColorUse> uses = ColorUse.of(pattern, block -> block);
        return uses.isEmpty()
                ? List.of()
                : driver.description().sideFiles().stream()
                        .flatMap(kind -> ColorList.byExtension(kind).stream())
                        .map(list -> new SideFile(list.extension(), list.write(uses)))
                        .toList();
    }

    private Outcome deliver(OpenLink link, MachineDriver driver, DriverSettings settings, DeliveryOrder order)
            throws TransportException {
        surroundings.err().println("sending " + file + " as " + order.label() + " to " + link.name());
        try (PacingLoop loop = new PacingLoop();
                ProgressLine progress = new ProgressLine(surroundings)) {
            DeliveryWatch watch = new DeliveryWatch(order, progress, surroundings.err());
            return watch.over(loop.attach(link, driver, settings, order.fence(), watch), order, patience());
        }
    }

    /** Half a design on a garment is a garment lost, so a person has to want it. */
    private void refuseDamaged(DesignFile design) {
        boolean damaged = design.findings().stream().anyMatch(f -> f.severity() != Severity.INFO);
        if (damaged && !despiteFindings) {
            throw Complaint.badFile(
                    file,
                    "is not sent, because of the findings above. Look at it (stitchery render), and say"
                            + " --despite-findings if it is to be sewn all the same.",
                    null);
        }
    }

    private Duration patience() {
        return Duration.ofSeconds(patienceSeconds);
    }

    private int tell(Outcome outcome, DeliveryOrder order) {
        surroundings.out().println(order.label() + ": " + DeliveryWatch.words(outcome));
        return outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Sewn ? ExitCode.OK : ExitCode.MACHINE;
    }

    private MachineUri uri() {
        try {
            return MachineUri.parse(to);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--to: " + e.getMessage() + ".");
        }
    }

    private static String usualDriver(MachineUri uri) {
        if (uri instanceof DeskUri) {
            return "http-pull";
        }
        return uri instanceof PlaceUri ? "folder" : "tape-reader";
    }

    private Dialect dialect(List<String> wanted) {
        if (dialect.isNamed()) {
            Dialect named = dialect.named();
            if (!wanted.contains(named.format().id())) {
                throw Complaint.usage("The driver takes " + wanted + ", --dialect " + named.id() + " is for "
                        + named.format().id() + ".");
            }
            return named;
        }
        return dialect.of(format(wanted));
    }

    private static EmbroideryFormat format(List<String> wanted) {
        return wanted.stream()
                .flatMap(id -> Formats.byId(id).stream())
                .filter(f -> f.writer().isPresent())
                .findFirst()
                .orElseThrow(
                        () -> Complaint.usage("The driver takes " + wanted + ", none of which this program writes."));
    }

    private String labelOf(String designName) {
        String name = designName.isBlank() ? new InputFile(file, new byte[0]).baseName() : designName;
        String plain = name.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9_-]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(LONGEST_LABEL, plain.length()));
        return cut.isEmpty() ? "DESIGN" : cut;
    }
}
