package org.stitchery.embroidery.format.husqvarna;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.StreamingWriter;
import org.stitchery.embroidery.format.record.ThreadPlan;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Writes VP3. */
final class Vp3Writer extends StreamingWriter {

    private static final int STEP = 100;
    private static final String PRODUCER = "Stitchery";
    private static final int RAYON = 5;
    private static final int WEIGHT = 40;
    private static final int LONGEST_TEXT = 1000;

    @Override
    protected EmbroideryFormat format() {
        return Vp3Format.VP3;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ThreadPlan plan = ThreadPlan.of(pattern);
        List<ThreadColor> threads = plan.byEvent(pattern);
        List<Vp3Block> blocks = Vp3Block.divide(pattern);
        ByteSink design = ByteSink.counting();
        design(pattern, options, blocks, threads, design);
        Extents extents = pattern.extents();
        out.ascii(Vp3Format.MARK).u8(0);
        text16(PRODUCER, out);
        out.u8(0).u8(2).u8(0);
        ByteSink rest = ByteSink.counting();
        afterProducer(pattern, extents, blocks.size(), rest);
        out.u32be(rest.size() + 7 + design.size());
        afterProducer(pattern, extents, blocks.size(), out);
        out.u8(0).u8(3).u8(0).u32be(design.size());
        design(pattern, options, blocks, threads, out);
        List<Finding> findings = Losses.declared(Vp3Format.VP3, pattern, options);
        findings.addAll(plan.findings());
        return findings;
    }

    private static void afterProducer(StitchPattern pattern, Extents extents, int blocks, ByteSink out)
            throws IOException {
        text16("", out);
        out.u32be(extents.maxX() * (long) STEP)
                .u32be(-extents.minY() * (long) STEP)
                .u32be(extents.minX() * (long) STEP)
                .u32be(-extents.maxY() * (long) STEP);
        out.u32be(pattern.count(StitchCommand.STITCH)).u16be(blocks).u8(0x0C).u16be(1);
    }

    private static void design(
            StitchPattern pattern, WriteOptions options, List<Vp3Block> blocks, List<ThreadColor> threads, ByteSink out)
            throws IOException {
        Extents extents = pattern.extents();
        long width = (extents.maxX() - extents.minX()) * (long) STEP;
        long height = (extents.maxY() - extents.minY()) * (long) STEP;
        long centreX = (extents.minX() + extents.maxX()) * (long) STEP / 2;
        long centreY = (extents.minY() + extents.maxY()) * (long) STEP / 2;
        out.u32be(centreX).u32be(-centreY).times(3, 0);
        out.u32be(-width / 2)
                .u32be(width / 2)
                .u32be(-height / 2)
                .u32be(height / 2)
                .u32be(width)
                .u32be(height);
        text16("", out);
        out.u8(100).u8(100).u32be(0x1000).u32be(0).u32be(0).u32be(0x1000);
        out.ascii("xxPP").u8(1).u8(0);
        text16(PRODUCER, out);
        out.u16be(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            ByteSink counted = ByteSink.counting();
            block(pattern, options, blocks.get(i), threads.get(i), centreX, centreY, counted);
            out.u8(0).u8(5).u8(0).u32be(counted.size());
            block(pattern, options, blocks.get(i), threads.get(i), centreX, centreY, out);
        }
    }

    private static void block(
            StitchPattern pattern,
            WriteOptions options,
            Vp3Block block,
            ThreadColor thread,
            long centreX,
            long centreY,
            ByteSink out)
            throws IOException {
        out.u32be(block.startX() * (long) STEP - centreX).u32be(centreY - block.startY() * (long) STEP);
        out.u8(1).u8(0).u24be(thread.rgb()).u8(0).u16be(0).u8(RAYON).u8(WEIGHT);
        text8(thread.code(), out);
        text8(thread.name(), out);
        text8(thread.brand(), out);
        out.u32be((block.endX(pattern) - block.startX()) * (long) STEP);
        out.u32be((block.startY() - block.endY(pattern)) * (long) STEP);
        ByteSink counted = ByteSink.counting();
        block.stitches(pattern, options, counted);
        out.u8(0).u8(1).u8(0).u32be(3 + counted.size()).u8(0x0A).u8(0xF6).u8(0);
        block.stitches(pattern, options, out);
        out.u8(0);
    }

    private static void text16(String text, ByteSink out) throws IOException {
        out.u16be(2 * text.length()).bytes(text.getBytes(StandardCharsets.UTF_16BE));
    }

    private static void text8(String text, ByteSink out) throws IOException {
        byte[] bytes = text.substring(0, Math.min(LONGEST_TEXT, text.length())).getBytes(StandardCharsets.UTF_8);
        out.u16be(bytes.length).bytes(bytes);
    }
}
