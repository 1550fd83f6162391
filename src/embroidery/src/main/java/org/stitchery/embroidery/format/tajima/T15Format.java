package org.stitchery.embroidery.format.tajima;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.DesignReading;

/**
 * T15, the image of a punched tape. Only read.
 *
 * <pre>
 * 00    u32 size of the file in units of twelve bytes, u32
 * 0C    letters, as holes that a person can read
 *       the leader: blank records, then records of four bytes, then blank ones again
 * </pre>
 *
 * <p>As found in one genuine file, which holds a design known from other formats; see {@link T15Records}.
 */
public final class T15Format extends DeclaredFormat {

    /** The one instance. */
    public static final T15Format T15 = new T15Format();

    private static final int HEADER = 0x0C;
    private static final int UNIT = 12;

    private T15Format() {
        super(
                "t15",
                "Tajima T15",
                List.of("t15"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 0, T15Records.LONGEST_MOVE, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            return file.u32(0) * UNIT == file.size() && file.holds(leader(file), 1) ? Likeness.LIKELY : Likeness.NONE;
        } catch (FormatException e) {
            return Likeness.NONE;
        }
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        int from = leader(file);
        DesignReading design = new DesignReading(this, options, "", (content.length - from) / T15Records.BYTES);
        new T15Records(file, design).read(from);
        return design.result();
    }

    /** Where so many blank records lie in a row that it can be no letter. */
    private static int leader(ByteSource file) throws FormatException {
        int blanks = 0;
        for (int at = HEADER; file.holds(at, T15Records.BYTES); at += T15Records.BYTES) {
            blanks = T15Records.isBlank(file, at) ? blanks + 1 : 0;
            if (blanks == T15Records.BLANKS_OF_A_LEADER) {
                return at;
            }
        }
        throw file.wrong(file.size(), "a leader of blank records", "the end of the file");
    }
}
