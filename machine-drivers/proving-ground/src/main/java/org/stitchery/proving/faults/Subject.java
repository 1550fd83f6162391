package org.stitchery.proving.faults;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.grbl.GrblDriver;
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
public enum Subject {
    /** A tape reader says nothing of what it took: a network that swallows bytes cannot be told from one that does not. */
    TAPE(
            "tape-reader",
            Protocol.TAPE,
            Map.of("settle-ms", "100"),
            EnumSet.of(FaultKind.HALF_OPEN, FaultKind.BLACK_HOLE, FaultKind.BIT_FLIP)) {
        @Override
        MachineDriver driver() {
            return new TapeReaderDriver();
        }

        @Override
        DeliveryOrder order(String label, StitchPattern pattern, long attempt) {
            return dst(label, pattern);
        }
    },
    /** With the wait for the machine's next XON swallowed bytes can be told; turned bits cannot. */
    TAPE_RECEIPT(
            "tape-reader, wait-for-next-xon",
            Protocol.TAPE,
            Map.of("wait-for-next-xon", "true"),
            EnumSet.of(FaultKind.BIT_FLIP)) {
        @Override
        MachineDriver driver() {
            return new TapeReaderDriver();
        }

        @Override
        DeliveryOrder order(String label, StitchPattern pattern, long attempt) {
            return dst(label, pattern);
        }
    },
    /** Checksums, identity and a stitch counter: everything can be told. */
    NEEDLE_LINK("needle-link", Protocol.NEEDLE_LINK, Map.of(), EnumSet.noneOf(FaultKind.class)) {
        @Override
        MachineDriver driver() {
            return new NeedleLinkDriver();
        }

        @Override
        DeliveryOrder order(String label, StitchPattern pattern, long attempt) {
            DeliveryOrder plain = dst(label, pattern);
            return new DeliveryOrder(label, "dst", plain.content(), 1, List.of(), 0, attempt);
        }
    },
    /** Every line is answered, none has a checksum: what is swallowed can be told, a turned bit cannot. */
    GRBL("grbl", Protocol.GRBL, Map.of(), EnumSet.of(FaultKind.BIT_FLIP)) {
        @Override
        MachineDriver driver() {
            return new GrblDriver();
        }

        @Override
        DeliveryOrder order(String label, StitchPattern pattern, long attempt) {
            return encoded("gcode-grbl", label, pattern);
        }

        @Override
        boolean namesDesigns() {
            return false;
        }
    },
    /** Lines have numbers and checksums, answers have neither. */
    MARLIN("marlin", Protocol.MARLIN, Map.of(), EnumSet.noneOf(FaultKind.class)) {
        @Override
        MachineDriver driver() {
            return new MarlinDriver();
        }

        @Override
        DeliveryOrder order(String label, StitchPattern pattern, long attempt) {
            return encoded("gcode-marlin", label, pattern);
        }

        @Override
        boolean namesDesigns() {
            return false;
        }
    };

    /** Longest time without a byte. Short, since every swallowed delivery lasts so long. */
    static final Duration STALL = Duration.ofMillis(700);

    private final String title;
    private final Protocol protocol;
    private final Map<String, String> settings;
    private final Set<FaultKind> cannotTell;

    Subject(String title, Protocol protocol, Map<String, String> settings, Set<FaultKind> cannotTell) {
        this.title = title;
        this.protocol = protocol;
        this.settings = settings;
        this.cannotTell = cannotTell;
    }

    abstract MachineDriver driver();

    abstract DeliveryOrder order(String label, StitchPattern pattern, long attempt);

    /** What people call it. */
    String title() {
        return title;
    }

    Protocol protocol() {
        return protocol;
    }

    Map<String, String> settings() {
        return settings;
    }

    /**
     * True when nothing the machine says could tell this fault from a sound network. Such a fault is counted apart, and
     * the driver may then claim no more than that the bytes have left.
     */
    boolean cannotTell(FaultKind kind) {
        return cannotTell.contains(kind);
    }

    /** False where no name of a design reaches the machine: each trial then has a machine of its own. */
    boolean namesDesigns() {
        return true;
    }

    private static DeliveryOrder dst(String label, StitchPattern pattern) {
        return encoded("dst", label, pattern);
    }

    private static DeliveryOrder encoded(String format, String label, StitchPattern pattern) {
        byte[] bytes = Formats.byId(format)
                .flatMap(EmbroideryFormat::writer)
                .orElseThrow()
                .write(pattern, WriteOptions.usual())
                .file()
                .bytes();
        return new DeliveryOrder(label, format, bytes, 1);
    }
}
