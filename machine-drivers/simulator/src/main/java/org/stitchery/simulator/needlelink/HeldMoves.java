package org.stitchery.simulator.needlelink;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.machine.Move;

/** The held design as the needle's moves, from any penetration on. */
final class HeldMoves {

    private final StitchPattern pattern;
    private int at;
    private int colour;

    private HeldMoves(StitchPattern pattern) {
        this.pattern = pattern;
    }

    /** The reader for a format's number, null when this machine has none. */
    static @Nullable FormatReader reader(int format) {
        String id = switch (format) {
            case 1 -> "dst";
            case 2 -> "exp";
            default -> "";
        };
        Optional<FormatReader> reader = Formats.byId(id).flatMap(EmbroideryFormat::reader);
        return reader.orElse(null);
    }

    /** Null when the bytes are no design of this format. */
    static @Nullable HeldMoves of(byte[] design, int format) {
        FormatReader reader = reader(format);
        try {
            return reader == null ? null : new HeldMoves(reader.read(design).pattern());
        } catch (FormatException e) {
            return null;
        }
    }

    int penetrations() {
        return pattern.count(StitchCommand.STITCH);
    }

    int colour() {
        return colour;
    }

    /** Goes to where this penetration is next: the frame stands where the one before it was. */
    Move begin(int penetration) {
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

    Move next() {
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
