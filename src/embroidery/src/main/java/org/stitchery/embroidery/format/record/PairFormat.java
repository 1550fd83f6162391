package org.stitchery.embroidery.format.record;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;

/**
 * A format whose stitches are pairs of signed bytes, x then y, with one value of the first byte set aside to announce
 * anything else. Read always; written by those that say so. Stateless.
 */
public abstract class PairFormat extends HeadedFormat {

    private static final int PAIRS_LOOKED_AT = 64;

    private final int escape;
    private final boolean up;
    private final boolean endsWithCode;

    /**
     * @param escape first byte that announces something else than a stitch
     * @param up true when the file's y grows upwards
     * @param endsWithCode true when a sound file says where it ends
     */
    protected PairFormat(
            String id,
            String title,
            List<String> extensions,
            FormatAbilities abilities,
            int escape,
            boolean up,
            boolean endsWithCode) {
        super(id, title, extensions, abilities);
        this.escape = escape;
        this.up = up;
        this.endsWithCode = endsWithCode;
    }

    /** Where the pairs end at the latest. */
    protected int end(ByteSource file) throws FormatException {
        return file.size();
    }

    /** A way with the needle up longer than this, in tenths of a millimetre, is a cut where cuts are told by jumps. */
    protected int cutsBeyondTenths() {
        return Integer.MAX_VALUE;
    }

    /** What the file says of threads, wherever it does. */
    protected void threads(ByteSource file, DesignReading design) throws FormatException {
        // Most know none.
    }

    /**
     * Takes in what an escape announces; the escape and the byte behind it lie in the file.
     *
     * @return the offset behind it, or -1 when it was the end
     */
    protected abstract int announced(ByteSource file, int offset, DesignReading design) throws FormatException;

    /** True when this first byte is no move. */
    protected boolean announces(int first) {
        return first == escape;
    }

    /** A pair's y, downwards. */
    protected final int dy(int stored) {
        return up ? -stored : stored;
    }

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            DesignReading design = new DesignReading(this, ReadOptions.raw(), "", PAIRS_LOOKED_AT);
            int start = start(file);
            if (!file.holds(start, 1)) {
                return Likeness.NONE;
            }
            pairs(file, start, PAIRS_LOOKED_AT, design);
            if (!design.goesOn() || !design.isUnderstood()) {
                return Likeness.NONE;
            }
        } catch (FormatException e) {
            return Likeness.NONE;
        }
        return bearsMark(file) ? Likeness.CERTAIN : Likeness.POSSIBLE;
    }

    @Override
    final ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        int start = start(file);
        DesignReading design = new DesignReading(
                this, options, name(file), Math.max(0, content.length - start) / 2, cutsBeyondTenths());
        threads(file, design);
        pairs(file, start, Integer.MAX_VALUE, design);
        return design.result();
    }

    private void pairs(ByteSource file, int start, int most, DesignReading design) throws FormatException {
        int end = end(file);
        PairRun run = new PairRun(this::announces, up);
        int o = start;
        for (int n = 0; n < most && design.goesOn(); n++) {
            if (most == Integer.MAX_VALUE) {
                o = run.read(file, o, end, design);
            }
            design.at(o);
            if (o + 2 > end) {
                if (endsWithCode) {
                    design.endMissing();
                }
                return;
            }
            if (announces(file.u8(o))) {
                o = announced(file, o, design);
                if (o < 0) {
                    return;
                }
            } else {
                design.stitchBy(file.i8(o), dy(file.i8(o + 1)));
                o += 2;
            }
        }
    }
}
