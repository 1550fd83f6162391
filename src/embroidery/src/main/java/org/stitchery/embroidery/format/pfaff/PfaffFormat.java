package org.stitchery.embroidery.format.pfaff;

import java.util.ArrayList;
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
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** A format with a hoop, a table of colours and {@link PfaffRecords}. */
abstract class PfaffFormat extends DeclaredFormat {

    static final int VERSION = '2';
    static final int LONGEST_MOVE = 2 * StitchPattern.FURTHEST_TENTHS;
    static final int MOST_RECORDS = 0xFFFF;

    private static final int COLORS = 2;
    private static final int USUAL_COLORS = 16;

    private final boolean bigEndian;
    private final int colorBytes;
    private final int firstHoop;
    private final int lastHoop;

    PfaffFormat(
            String id, String title, Threads threads, boolean bigEndian, int colorBytes, int firstHoop, int lastHoop) {
        super(id, title, List.of(id), new FormatAbilities(threads, Trims.NONE, false, 0, LONGEST_MOVE, 1));
        this.bigEndian = bigEndian;
        this.colorBytes = colorBytes;
        this.firstHoop = firstHoop;
        this.lastHoop = lastHoop;
    }

    /** One entry of the table. */
    protected abstract ThreadColor color(ByteSource file, int at) throws FormatException;

    @Override
    public final Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            int hoop = file.u8(1);
            boolean fits = file.u8(0) == VERSION
                    && hoop >= firstHoop
                    && hoop <= lastHoop
                    && u16(file, COLORS) == USUAL_COLORS
                    && file.holds(0, records(USUAL_COLORS));
            return fits ? Likeness.CERTAIN : Likeness.NONE;
        } catch (FormatException e) {
            return Likeness.NONE;
        }
    }

    @Override
    public final Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        if (file.u8(0) != VERSION) {
            throw file.wrong(0, "%02X".formatted(VERSION), "%02X".formatted(file.u8(0)));
        }
        PfaffHoop hoop = PfaffHoop.named(file.u8(1));
        int colors = u16(file, COLORS);
        int start = file.inside(records(colors), COLORS, "a table of " + colors + " colours");
        List<ThreadColor> table = new ArrayList<>();
        for (int i = 0; i < colors; i++) {
            table.add(color(file, COLORS + 2 + i * colorBytes));
        }
        DesignReading design = new DesignReading(this, options, "", (content.length - start) / PfaffRecords.BYTES);
        List<ThreadColor> threads = new ArrayList<>();
        PfaffRecords.read(file, start, u16(file, start - 2), bigEndian, hoop, design, number -> {
            if (colors > 0) {
                threads.add(table.get(Math.floorMod(number, colors)));
            }
        });
        design.threads(threads);
        return design.result();
    }

    /** Behind the table and the count of records. */
    private int records(int colors) {
        return COLORS + 2 + colors * colorBytes + 2;
    }

    private int u16(ByteSource file, int at) throws FormatException {
        return bigEndian ? file.u16be(at) : file.u16(at);
    }
}
