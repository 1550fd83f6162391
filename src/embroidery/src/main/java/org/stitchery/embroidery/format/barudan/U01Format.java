package org.stitchery.embroidery.format.barudan;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.FormatWriter;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.FrameRoom;
import org.stitchery.embroidery.format.record.RecordReader;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Barudan U01: 256 bytes of header, then records. */
public final class U01Format extends DeclaredFormat {

    /** The one instance. */
    public static final U01Format U01 = new U01Format();

    private static final int HEADER = 0x100;
    private static final int FILLED = 0x80;

    private final RecordReader reader = new BarudanReader(this) {
        @Override
        protected int start(ByteSource file) throws FormatException {
            if (file.size() <= HEADER) {
                throw file.wrong(file.size(), "a header of " + HEADER + " bytes and records", "the end of the file");
            }
            return HEADER;
        }
    };

    private U01Format() {
        super(
                "u01",
                "Barudan U01",
                Stream.concat(
                                IntStream.of(1).mapToObj("u%02d"::formatted),
                                IntStream.rangeClosed(0, 99).filter(n -> n != 1).mapToObj("u%02d"::formatted))
                        .toList(),
                new FormatAbilities(Threads.NEEDLES, Trims.EXPLICIT, true, 0, BarudanRecords.LONGEST_MOVE, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        boolean zeros = file.says(0, "0".repeat(FILLED));
        if (!reader.recordsFit(content)) {
            return Likeness.NONE;
        }
        return zeros ? Likeness.CERTAIN : Likeness.POSSIBLE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(reader);
    }

    @Override
    public Optional<FormatWriter> writer() {
        return Optional.of(new StreamingWriter() {
            @Override
            protected EmbroideryFormat format() {
                return U01Format.this;
            }

            @Override
            protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out)
                    throws IOException {
                return U01Format.this.encode(pattern, options, out);
            }
        });
    }

    private List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ByteSink counted = ByteSink.counting();
        BarudanRecords.write(pattern, options, counted);
        FrameRoom room = FrameRoom.of(pattern);
        int last = pattern.size() - 1;
        out.times(FILLED, '0')
                .u16(-room.left())
                .u16(room.down())
                .u16(room.right())
                .u16(-room.up())
                .u32(0)
                .u32(counted.size() / BarudanRecords.BYTES + 1)
                .u16(pattern.x(last))
                .u16(-pattern.y(last))
                .times(HEADER - FILLED - 20, 0);
        List<Finding> findings = Losses.declared(this, pattern, options);
        findings.addAll(BarudanRecords.write(pattern, options, out));
        return findings;
    }
}
