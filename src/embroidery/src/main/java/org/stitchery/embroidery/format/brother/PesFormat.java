package org.stitchery.embroidery.format.brother;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.DesignReading;

/**
 * Brother PES. Read in all versions; written as version 1, which all machines take, or 6, which keeps names and any colour.
 */
public final class PesFormat extends DeclaredFormat {

    /** The one instance. */
    public static final PesFormat PES = new PesFormat();

    static final String MARK = "#PES";

    private PesFormat() {
        super(
                "pes",
                "Brother PES",
                List.of("pes"),
                new FormatAbilities(
                                Threads.CHART, Trims.EXPLICIT, true, PecBlock.NAME_LENGTH, PecStitches.LONGEST_MOVE, 1)
                        .withHoop());
    }

    @Override
    public Likeness likeness(byte[] content) {
        return new ByteSource(title(), content).says(0, MARK) ? Likeness.CERTAIN : Likeness.NONE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        if (!file.says(0, MARK)) {
            throw file.wrong(0, "\"" + MARK + "\"", "something else");
        }
        int block = file.inside(file.u32(8), 8, "the place of the PEC block");
        PesHead head = PesHead.read(file, block);
        String name = head.name().isEmpty() && PecBlock.isAt(file, block) ? PecBlock.name(file, block) : head.name();
        DesignReading design = new DesignReading(this, options, name, (content.length - block) / 2);
        PecBlock.read(file, block, design, options, head.threads());
        return design.result();
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of(new PesWriter());
    }
}
