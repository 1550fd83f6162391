package org.stitchery.embroidery.format.brother;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstLabel;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Brother PEC, a block that stands alone. */
public final class PecFormat extends DeclaredFormat {

    /** The one instance. */
    public static final PecFormat PEC = new PecFormat();

    private static final String MARK = "#PEC";
    private static final String HEAD = "#PEC0001";

    private PecFormat() {
        super(
                "pec",
                "Brother PEC",
                List.of("pec"),
                new FormatAbilities(
                        Threads.CHART, Trims.EXPLICIT, true, PecBlock.NAME_LENGTH, PecStitches.LONGEST_MOVE, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        return file.says(0, MARK) && PecBlock.isAt(file, HEAD.length()) ? Likeness.CERTAIN : Likeness.NONE;
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
        DesignReading design = new DesignReading(
                this,
                options,
                PecBlock.isAt(file, HEAD.length()) ? PecBlock.name(file, HEAD.length()) : "",
                content.length / 2);
        PecBlock.read(file, HEAD.length(), design, options);
        return design.result();
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of(new StreamingWriter() {
            @Override
            protected EmbroideryFormat format() {
                return PecFormat.this;
            }

            @Override
            protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out)
                    throws IOException {
                String label = DstLabel.of(pattern.name(), PecBlock.NAME_LENGTH);
                ThreadPlan plan = ThreadPlan.of(pattern);
                List<Finding> findings = Losses.declared(PecFormat.this, pattern, options);
                if (!label.equalsIgnoreCase(pattern.name())) {
                    findings.add(Losses.nameChanged(PecFormat.this, pattern.name(), label));
                }
                findings.addAll(plan.findings());
                findings.addAll(plan.changesTakenForStops());
                out.ascii(HEAD);
                int[] numbers = ThreadPlan.numbers(plan.byEvent(pattern), PecBlock.CHART);
                findings.addAll(
                        PecBlock.write(label, pattern, options, numbers, out).findings());
                return findings;
            }
        });
    }
}
