package org.stitchery.embroidery.format.zenghsing;

import java.nio.charset.StandardCharsets;
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
import org.stitchery.embroidery.model.ThreadColor;

/** Zeng Hsing ZHS. Only read. */
public final class ZhsFormat extends DeclaredFormat {

    /** The one instance. */
    public static final ZhsFormat ZHS = new ZhsFormat();

    private static final int WHERE_STITCHES = 0x0F;
    private static final int WHERE_HEADER = 0x13;
    private static final int RECORDS_LOOKED_AT = 64;
    private static final int LONGEST_MOVE = 128;

    private ZhsFormat() {
        super(
                "zhs",
                "Zeng Hsing ZHS",
                List.of("zhs"),
                new FormatAbilities(Threads.RGB, Trims.NONE, false, 0, LONGEST_MOVE, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            int from = stitches(file);
            threads(file);
            DesignReading design = new DesignReading(this, ReadOptions.raw(), "", RECORDS_LOOKED_AT);
            new ZhsRecords(file, design).read(from, RECORDS_LOOKED_AT);
            return design.goesOn() && design.isUnderstood() && file.holds(from, ZhsRecords.BYTES)
                    ? Likeness.LIKELY
                    : Likeness.NONE;
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
        int from = stitches(file);
        DesignReading design = new DesignReading(this, options, "", (content.length - from) / ZhsRecords.BYTES);
        design.threads(threads(file));
        new ZhsRecords(file, design).read(from, Integer.MAX_VALUE);
        return design.result();
    }

    private static int stitches(ByteSource file) throws FormatException {
        return place(file, WHERE_STITCHES, "the place where the stitches begin");
    }

    private static int place(ByteSource file, int where, String what) throws FormatException {
        int place = file.inside(file.u32(where), where, what);
        if (place < WHERE_HEADER + 4) {
            throw file.wrong(where, what + " behind byte " + (WHERE_HEADER + 4), Integer.toString(place));
        }
        return place;
    }

    private static List<ThreadColor> threads(ByteSource file) throws FormatException {
        int at = place(file, WHERE_HEADER, "the place of the colours");
        int count = file.u8(at);
        int text = at + 1 + 3 * count;
        int length = file.u16(text);
        String[] words = file.text(text + 2L, length, StandardCharsets.UTF_8).split("&\\$", -1);
        List<ThreadColor> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(thread(file.u24be(at + 1L + 3L * i), i + 1 < words.length ? words[i + 1] : ""));
        }
        return threads;
    }

    /** Chart, name and number, the number with two characters behind it that do not belong to it. */
    private static ThreadColor thread(int rgb, String words) {
        String[] parts = words.split("&#", -1);
        String name = parts.length > 1 ? parts[1].strip() : "";
        String number = parts.length > 2 && parts[2].length() > 3 ? parts[2].substring(0, parts[2].length() - 2) : "";
        return new ThreadColor(rgb, parts[0].strip(), number.strip(), name);
    }
}
