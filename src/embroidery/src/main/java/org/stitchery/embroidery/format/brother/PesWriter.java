package org.stitchery.embroidery.format.brother;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstLabel;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Writes PES 1 and 6. */
final class PesWriter extends StreamingWriter {

    private static final int NEWER = 6;
    private static final int LONGEST_TEXT = 255;
    private static final int COLOR_LIST = 128;
    private static final int COLOR_FILLER = 0x90;

    @Override
    protected EmbroideryFormat format() {
        return PesFormat.PES;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        boolean newer = options.version() == NEWER;
        String label = DstLabel.of(pattern.name(), PecBlock.NAME_LENGTH);
        ThreadPlan plan = ThreadPlan.of(pattern);
        List<ThreadColor> threads = plan.byEvent(pattern);
        int[] numbers = ThreadPlan.numbers(threads, PecBlock.CHART);
        ByteSink counted = ByteSink.counting();
        head(pattern, newer, threads, numbers, counted);
        out.ascii(PesFormat.MARK).ascii(newer ? "0060" : "0001").u32(12 + counted.size());
        head(pattern, newer, threads, numbers, out);
        List<Finding> findings = Losses.declared(PesFormat.PES, pattern, options);
        if (!newer && !label.equalsIgnoreCase(pattern.name())) {
            findings.add(Losses.nameChanged(PesFormat.PES, pattern.name(), label));
        }
        findings.addAll(plan.findings());
        findings.addAll(plan.changesTakenForStops());
        findings.addAll(PecBlock.write(label, pattern, options, numbers, out).findings());
        if (newer) {
            colorsAtTheEnd(threads, numbers, out);
        }
        return findings;
    }

    private static void head(
            StitchPattern pattern, boolean newer, List<ThreadColor> threads, int[] numbers, ByteSink out)
            throws IOException {
        out.u16(1);
        if (newer) {
            out.ascii("02");
            text(pattern.name(), out);
            out.times(4, 0);
            for (int value : new int[] {0, 0, 100, 100, 0, 200, 200, 100, 100, 100, 7, 0x13, 1, 1, 0, 100, 1, 0}) {
                out.u16(value);
            }
            out.u8(0);
            out.f32(1).f32(0).f32(0).f32(1).f32(0).f32(0);
            out.u16(0).u16(0).u16(0).u16(threads.size());
            for (ThreadColor thread : threads) {
                text(thread.code(), out);
                out.u24be(thread.rgb()).u8(0).u32(0x0A);
                text(thread.name(), out);
                text(thread.brand(), out);
                out.u8(0);
            }
            out.u16(1);
        } else {
            Extents extents = pattern.extents();
            boolean small = extents.maxX() - extents.minX() <= 1000 && extents.maxY() - extents.minY() <= 1000;
            out.u16(small ? 0 : 1).u16(1);
        }
        PesSections.write(pattern, numbers, out);
    }

    private static void colorsAtTheEnd(List<ThreadColor> threads, int[] numbers, ByteSink out) throws IOException {
        for (int number : numbers) {
            out.u8(number);
        }
        out.times(Math.max(0, COLOR_LIST - numbers.length), ' ');
        out.times(COLOR_FILLER * threads.size(), 0);
        for (ThreadColor thread : threads) {
            out.u24(thread.rgb());
        }
        out.u16(0);
    }

    /** Length in bytes, not in characters; what is too long is cut between characters. */
    private static void text(String text, ByteSink out) throws IOException {
        byte[] bytes = text.getBytes(ByteSource.WESTERN);
        int length = Math.min(LONGEST_TEXT, bytes.length);
        out.u8(length);
        for (int i = 0; i < length; i++) {
            out.u8(bytes[i]);
        }
    }
}
