package org.stitchery.proving.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.artista.ArtistaDriver;
import org.stitchery.driver.folder.FolderDriver;
import org.stitchery.driver.grbl.GrblDriver;
import org.stitchery.driver.httppull.HttpPullDriver;
import org.stitchery.driver.marlin.MarlinDriver;
import org.stitchery.driver.needlelink.NeedleLinkDriver;
import org.stitchery.driver.tapereader.TapeReaderDriver;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.proving.proxy.FaultKind;
import org.stitchery.simulator.Protocol;

/** A driver with the settings it is asked with, and what its protocol makes possible. */
@SuppressWarnings("ImmutableEnumChecker") // makers without state, and maps and sets nobody changes
public enum Subject {
    /** A tape reader says nothing of what it took: a network that swallows bytes cannot be told from one that does not. */
    TAPE(
            "tape-reader",
            TapeReaderDriver::new,
            Map.of("settle-ms", "1000"),
            "dst",
            LineStage.of(Protocol.TAPE),
            EnumSet.of(FaultKind.HALF_OPEN, FaultKind.BLACK_HOLE, FaultKind.BIT_FLIP)) {
        /** Nothing moves while it waits whether the line stays. */
        @Override
        Duration stall() {
            return Duration.ofMillis(1700);
        }
    },
    /** With the wait for the machine's next XON swallowed bytes can be told; turned bits cannot. */
    TAPE_RECEIPT(
            "tape-reader, wait-for-next-xon",
            TapeReaderDriver::new,
            Map.of("wait-for-next-xon", "true"),
            "dst",
            LineStage.of(Protocol.TAPE),
            EnumSet.of(FaultKind.BIT_FLIP)),
    /** Checksums, identity and a stitch counter: everything can be told. */
    NEEDLE_LINK(
            "needle-link",
            NeedleLinkDriver::new,
            Map.of(),
            "dst",
            LineStage.of(Protocol.NEEDLE_LINK),
            EnumSet.noneOf(FaultKind.class)),
    /** Every line is answered, none has a checksum: what is swallowed can be told, a turned bit cannot. */
    GRBL("grbl", GrblDriver::new, Map.of(), "gcode-grbl", LineStage.of(Protocol.GRBL), EnumSet.of(FaultKind.BIT_FLIP)) {
        @Override
        boolean namesDesigns() {
            return false;
        }
    },
    /** Only the name of a file goes over the line; where a turned bit makes another file's name of it, nothing is run. */
    GRBL_CARD(
            "grbl, from its card",
            GrblDriver::new,
            Map.of("delivery", "card", "banner-seconds", "0"),
            "dst",
            LineStage.withCards(Protocol.GRBL_CARD),
            EnumSet.noneOf(FaultKind.class)) {
        @Override
        boolean ownMachines() {
            return true;
        }

        /** The name, and questions until it is sewn. */
        @Override
        int bytesThere(int content) {
            return 32;
        }
    },
    /** Lines have numbers and checksums, answers have neither. */
    MARLIN(
            "marlin",
            MarlinDriver::new,
            Map.of(),
            "gcode-marlin",
            LineStage.of(Protocol.MARLIN),
            EnumSet.noneOf(FaultKind.class)) {
        @Override
        boolean namesDesigns() {
            return false;
        }
    },
    /** Every byte is echoed, and what was stored is summed up. */
    ARTISTA(
            "bernina-artista",
            ArtistaDriver::new,
            Map.of(),
            "exp",
            LineStage.of(Protocol.ARTISTA),
            EnumSet.noneOf(FaultKind.class)) {
        /** Two digits for each byte of header, design and picture. */
        @Override
        int bytesThere(int content) {
            return 2 * (content + 800);
        }

        @Override
        int bytesBack(int content) {
            return bytesThere(content);
        }

        /** Each of thousands of bytes waits for its echo. */
        @Override
        int latencyMillis() {
            return 2;
        }

        /** One trial takes as long as dozens with the others. */
        @Override
        int share() {
            return 1;
        }

        @Override
        Duration longest() {
            return Duration.ofMinutes(10);
        }
    },
    /** The agent brings the design's checksum and is told when it may sew: everything can be told. */
    HTTP_PULL(
            "http-pull", HttpPullDriver::new, Map.of(), "dst", DeskStage::talkative, EnumSet.noneOf(FaultKind.class)) {
        /** A question with its headers. */
        @Override
        int bytesThere(int content) {
            return 350;
        }

        @Override
        int bytesBack(int content) {
            return content + 250;
        }

        @Override
        Duration stall() {
            return Duration.ofMillis(2500);
        }
    },
    /** A file is fetched, and nobody says what came of it. */
    HTTP_PLAIN(
            "http-pull, reports nothing",
            HttpPullDriver::new,
            Map.of("reports", "nothing"),
            "dst",
            DeskStage::plain,
            EnumSet.complementOf(EnumSet.of(FaultKind.NONE, FaultKind.LATENCY, FaultKind.ONE_BYTE))) {
        @Override
        int bytesThere(int content) {
            return 170;
        }

        @Override
        int bytesBack(int content) {
            return content + 250;
        }

        @Override
        Duration stall() {
            return Duration.ofMillis(1500);
        }
    },
    /** Behind SFTP, where nothing is turned or lost without the connection ending. */
    FOLDER("folder over SFTP", FolderDriver::new, Map.of(), "dst", FolderStage::new, EnumSet.noneOf(FaultKind.class)) {
        /** Keys and login take two thousand. */
        @Override
        int bytesThere(int content) {
            return content + 2100;
        }

        @Override
        int bytesBack(int content) {
            return 3500;
        }

        @Override
        Duration stall() {
            return Duration.ofSeconds(3);
        }
    };

    /** Longest time without a byte. Short, since every swallowed delivery lasts so long. */
    private static final Duration STALL = Duration.ofMillis(700);

    /** Of a tape reader only a byte or two come; of talkative protocols far more. */
    private static final int ANSWER_BYTES = 200;

    private final String title;
    private final Supplier<MachineDriver> driver;
    private final Map<String, String> settings;
    private final String format;
    private final Stage.Maker stage;
    private final Set<FaultKind> cannotTell;

    Subject(
            String title,
            Supplier<MachineDriver> driver,
            Map<String, String> settings,
            String format,
            Stage.Maker stage,
            Set<FaultKind> cannotTell) {
        this.title = title;
        this.driver = driver;
        this.settings = settings;
        this.format = format;
        this.stage = stage;
        this.cannotTell = cannotTell;
    }

    /** What people call it. */
    String title() {
        return title;
    }

    MachineDriver driver() {
        return driver.get();
    }

    Map<String, String> settings() {
        return settings;
    }

    Stage stage(int machines, Path folder) throws IOException {
        return stage.make(this, machines, folder);
    }

    /** Longest time without a byte. */
    Duration stall() {
        return STALL;
    }

    /** Bytes on the way to the machine within which a fault begins, for a design of so many. */
    int bytesThere(int content) {
        return content + 64;
    }

    /** Bytes on the way back within which a fault begins. */
    int bytesBack(int content) {
        return ANSWER_BYTES;
    }

    /** Longest delay of a slow network. Well below what XOFF leaves room for: 1024 bytes at the rate of the trials. */
    int latencyMillis() {
        return 8;
    }

    /** How many trials it gets in proportion to the others. */
    int share() {
        return 11;
    }

    /** When a delivery has not come to an end by then, it has none. */
    Duration longest() {
        return Duration.ofMinutes(1);
    }

    /**
     * True when nothing the machine says could tell this fault from a sound network. Such a fault is counted apart, and
     * the driver may then claim no more than that the bytes have left.
     */
    boolean cannotTell(FaultKind kind) {
        return cannotTell.contains(kind);
    }

    /** False where no name of a design reaches the machine. */
    boolean namesDesigns() {
        return true;
    }

    /** Each trial has a machine of its own: names do not tell whose stitches those are, or a stop leaves it locked. */
    boolean ownMachines() {
        return !namesDesigns();
    }

    DeliveryOrder order(String label, StitchPattern pattern, long attempt) {
        byte[] bytes = Formats.byId(format)
                .flatMap(EmbroideryFormat::writer)
                .orElseThrow()
                .write(pattern, WriteOptions.usual())
                .file()
                .bytes();
        return new DeliveryOrder(label, format, bytes, 1, List.of(), 0, attempt);
    }
}
