package org.stitchery.simulator.machine;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** A design a machine holds, as the needle's moves from any penetration on. */
public final class DesignMoves {

    private final StitchPattern pattern;
    private int at;
    private int colour;

    private DesignMoves(StitchPattern pattern) {
        this.pattern = pattern;
    }

    /** True when machines have a reader for this format. */
    public static boolean reads(String format) {
        return reader(format).isPresent();
    }

    private static Optional<FormatReader> reader(String format) {
        return Formats.byId(format).flatMap(EmbroideryFormat::reader);
    }

    /** Null when the bytes are no design of this format. */
    public static @Nullable DesignMoves of(byte[] design, String format) {
        Optional<FormatReader> reader = reader(format);
        try {
            return reader.isEmpty()
                    ? null
                    : new DesignMoves(reader.get().read(design).pattern());
        } catch (FormatException e) {
            return null;
        }
    }

    /** How often the needle goes down for all of it. */
    public int penetrations() {
        return pattern.count(StitchCommand.STITCH);
    }

    /** How many colour changes it has passed. */
    public int colour() {
        return colour;
    }

    /** Goes to where this penetration is next: the frame stands where the one before it was. */
    public Move begin(int penetration) {
        at = 0;
        colour = 0;
        int passed = 0;
        int x = 0;
        int y = 0;
        while (passed < penetration && pattern.command(at) != StitchCommand.END) {
            StitchCommand command = pattern.command(at);
            passed += command == StitchCommand.STITCH ? 1 : 0;
            colour += command == StitchCommand.COLOR_CHANGE ? 1 : 0;
            x = pattern.x(at);
            y = pattern.y(at);
            at++;
        }
        return Move.jump(x, y);
    }

    /** The next move; the end again and again once it has come there. */
    public Move next() {
        int i = at;
        StitchCommand command = pattern.command(i);
        if (command != StitchCommand.END) {
            at++;
        }
        return switch (command) {
            case STITCH -> Move.stitch(pattern.x(i), pattern.y(i));
            case JUMP -> Move.jump(pattern.x(i), pattern.y(i));
            case TRIM -> new Move(Move.Kind.TRIM, pattern.x(i), pattern.y(i));
            case COLOR_CHANGE -> {
                colour++;
                yield new Move(Move.Kind.COLOR_CHANGE, pattern.x(i), pattern.y(i));
            }
            case STOP -> new Move(Move.Kind.STOP, pattern.x(i), pattern.y(i));
            case END -> new Move(Move.Kind.END, pattern.x(i), pattern.y(i));
        };
    }
}
