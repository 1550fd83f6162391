package org.stitchery.embroidery.format.gcode;

import java.util.List;
import java.util.Optional;

/**
 * How one kind of machine wants its lines, as data. In the lines {@code %X %Y} stand for the place, {@code %Z} for where
 * the shaft shall be, {@code %N} for the number of the next thread.
 */
public enum GcodeDialect {
    /** grbl 1.1; the main shaft is the Z axis, one turn a stitch. The arrangement met most often. */
    GRBL(
            "gcode-grbl",
            "G-code for grbl, shaft on Z",
            List.of("nc", "ngc"),
            Grbl.BEGIN,
            Grbl.MOVE,
            List.of("G0Z%Z"),
            Grbl.TRIM,
            "T%NM0",
            List.of("G92Z0", "M2")),

    /** grbl 1.1; a hobby servo on the spindle output pushes the needle: 90 is down, 0 is up. Dwells in seconds. */
    GRBL_SERVO(
            "gcode-grbl-servo",
            "G-code for grbl, servo on M3",
            List.of("nc"),
            List.of("G21", "G90", "M3S0", "G4P0.15", "G0X0Y0"),
            Grbl.MOVE,
            List.of("M3S90", "G4P0.15", "M3S0", "G4P0.15"),
            Grbl.TRIM,
            "T%NM0",
            List.of("M5", "M2")),

    /** grbl 1.1; a pulse on the coolant output has a sewing machine make one stitch. There is no output for a trimmer. */
    GRBL_TRIGGER(
            "gcode-grbl-trigger",
            "G-code for grbl, stitch by trigger",
            List.of("nc"),
            List.of("G21", "G90", "M9", "G0X0Y0"),
            Grbl.MOVE,
            List.of("M8", "G4P0.05", "M9", "G4P0.1"),
            List.of(),
            "T%NM0",
            List.of("M9", "M2")),

    /**
     * Marlin; the main shaft is the Z axis. The shaft turns past any end, so the end stops in software are off
     * ({@code M211 S0}). Its {@code M30} deletes files, so the end is {@code M400}, wait for all moves.
     */
    MARLIN(
            "gcode-marlin",
            "G-code for Marlin, shaft on Z",
            List.of("gcode", "gco", "g"),
            List.of("G21", "G90", "M211 S0", "G92 Z0", "G0 F6000", "G0 X0 Y0"),
            Marlin.MOVE,
            List.of("G0 Z%Z"),
            Marlin.TRIM,
            "M0 T%N",
            List.of("G92 Z0", "M400", Marlin.END)),

    /** Marlin; servo 0 pushes the needle: 30 degrees is down, 90 is up. It does not wait for moves by itself. */
    MARLIN_SERVO(
            "gcode-marlin-servo",
            "G-code for Marlin, servo on M280",
            List.of("gcode"),
            List.of("G21", "G90", "M280 P0 S90", "G4 P150", "G0 F6000", "G0 X0 Y0"),
            Marlin.MOVE,
            List.of("M400", "M280 P0 S30", "G4 P150", "M280 P0 S90", "G4 P150"),
            Marlin.TRIM,
            "M0 T%N",
            List.of("M400", Marlin.END));

    /** By how much the shaft's axis rises for one turn, in millimetres; what Ink/Stitch writes as well. */
    static final int MM_PER_TURN = 5;

    private final String id;
    private final String title;
    private final List<String> extensions;
    private final List<String> begin;
    private final String move;
    private final List<String> stitch;
    private final List<String> trim;
    private final String colorChange;
    private final List<String> end;

    GcodeDialect(
            String id,
            String title,
            List<String> extensions,
            List<String> begin,
            String move,
            List<String> stitch,
            List<String> trim,
            String colorChange,
            List<String> end) {
        this.id = id;
        this.title = title;
        this.extensions = extensions;
        this.begin = begin;
        this.move = move;
        this.stitch = stitch;
        this.trim = trim;
        this.colorChange = colorChange;
        this.end = end;
    }

    /** The dialect of a format's id. */
    static Optional<GcodeDialect> byId(String id) {
        for (GcodeDialect dialect : values()) {
            if (dialect.id.equals(id)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    List<String> extensions() {
        return extensions;
    }

    List<String> begin() {
        return begin;
    }

    String move() {
        return move;
    }

    List<String> stitch() {
        return stitch;
    }

    /** Empty when the machine has nothing to cut with. */
    List<String> trim() {
        return trim;
    }

    String colorChange() {
        return colorChange;
    }

    String stop() {
        return "M0";
    }

    List<String> end() {
        return end;
    }

    /** The shaft is an axis: it is counted anew whenever a person has been at the machine, to keep its numbers small. */
    boolean turnsShaft() {
        return stitch.get(0).endsWith("Z%Z");
    }

    String shaftAnew() {
        return move.contains(" ") ? "G92 Z0" : "G92Z0";
    }

    private static final class Grbl {
        static final String MOVE = "G0X%XY%Y";
        static final List<String> BEGIN = List.of("G21", "G90", "G92Z0", "G0X0Y0");
        static final List<String> TRIM = List.of("M8", "G4P0.3", "M9");
    }

    /** Of the dialects for Marlin. The end has no code there, so it is a comment, which a truncated file lacks. */
    static final class Marlin {
        static final String END = ";END";
        static final String MOVE = "G0 X%X Y%Y";
        static final List<String> TRIM = List.of("M106 S255", "G4 P300", "M107");
    }
}
