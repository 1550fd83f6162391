package org.stitchery.embroidery.format.husqvarna;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.model.ThreadColor;

/** One reading of a VP3. */
final class Vp3Reading {

    /** Heads count in hundredths of a stitch's steps. */
    private static final double STEP = 100;

    private static final int ESCAPE = 0x80;
    private static final int LONG = 0x01;
    private static final int LONG_OVER = 0x02;
    private static final int CUT = 0x03;
    private static final int FIRST_DESIGN = 3;
    private static final int COLOR_BLOCK = 5;
    private static final int STITCH_BLOCK = 1;

    private final ByteSource file;
    private final DesignReading design;
    private final List<ThreadColor> threads = new ArrayList<>();
    private int at;

    Vp3Reading(byte[] content, ReadOptions options) {
        file = new ByteSource(Vp3Format.VP3.title(), content);
        design = new DesignReading(Vp3Format.VP3, options, "", content.length / 2);
    }

    ReadResult read() throws FormatException {
        if (!file.says(0, Vp3Format.MARK)) {
            throw file.wrong(0, "\"" + Vp3Format.MARK + "\"", "something else");
        }
        at = Vp3Format.MARK.length() + 1;
        text();
        at += 3 + 4;
        text();
        at += 4 * 4 + 4 + 2 + 1 + 2;
        int designBlock = at;
        if (!file.says(at, (byte) 0, (byte) FIRST_DESIGN, (byte) 0)) {
            throw file.wrong(at, "the design's block, 00 03 00", "something else");
        }
        at += 3 + 4;
        double centreX = file.i32be(at) / STEP;
        double centreY = -file.i32be(at + 4L) / STEP;
        at += 4 + 4 + 3 + 6 * 4;
        text();
        at += 2 + 4 * 4 + 4 + 2;
        text();
        int blocks = file.u16be(at);
        at += 2;
        for (int block = 0; block < blocks && design.goesOn(); block++) {
            if (!file.holds(at, 7)) {
                design.at(Math.min(at, file.size()));
                design.endMissing();
                break;
            }
            color(block, centreX, centreY);
        }
        if (blocks == 0 && designBlock + 7 > file.size()) {
            design.endMissing();
        }
        design.threads(threads);
        return design.result();
    }

    private void color(int block, double centreX, double centreY) throws FormatException {
        design.at(at);
        if (!file.says(at, (byte) 0, (byte) COLOR_BLOCK, (byte) 0)) {
            throw file.wrong(at, "a colour's block, 00 05 00", "something else");
        }
        long end = at + 7 + file.u32be(at + 3L);
        at += 7;
        int startX = (int) Math.rint(centreX + file.i32be(at) / STEP);
        int startY = (int) Math.rint(centreY - file.i32be(at + 4L) / STEP);
        at += 8;
        threads.add(thread());
        at += 8;
        if (block > 0) {
            design.change();
        }
        if (startX != 0 || startY != 0 || design.x() != 0 || design.y() != 0) {
            design.jumpTo(startX, startY);
        }
        if (!file.says(at, (byte) 0, (byte) STITCH_BLOCK, (byte) 0)) {
            throw file.wrong(at, "a block of stitches, 00 01 00", "something else");
        }
        long stitchEnd = at + 7 + file.u32be(at + 3L);
        at += 7 + 3;
        stitches(Math.min(stitchEnd, file.size()));
        if (stitchEnd > file.size()) {
            design.at(file.size());
            design.endMissing();
        }
        // A block may claim less than what lies in it: never back.
        at = (int) Math.min(file.size(), Math.max(at, end));
    }

    private void stitches(long end) throws FormatException {
        while (at + 2 <= end && design.goesOn()) {
            design.at(at);
            int first = file.u8(at);
            if (first != ESCAPE) {
                design.stitchBy(file.i8(at), file.i8(at + 1L));
                at += 2;
                continue;
            }
            int code = file.u8(at + 1L);
            at += 2;
            if (code == LONG && at + 6 <= end) {
                design.stitchBy(file.i16be(at), file.i16be(at + 2L));
                at += 6;
            } else if (code == CUT) {
                design.trim();
            } else if (code != LONG_OVER) {
                design.unknown(code);
            }
        }
    }

    private ThreadColor thread() throws FormatException {
        int colors = file.u8(at);
        at += 2;
        int rgb = 0;
        for (int i = 0; i < colors; i++) {
            if (i == 0) {
                rgb = file.u24be(at);
            }
            at += 6;
        }
        at += 2;
        String code = text8();
        String name = text8();
        String brand = text8();
        return new ThreadColor(rgb, brand, code, name);
    }

    private void text() throws FormatException {
        at += 2 + file.u16be(at);
    }

    private String text8() throws FormatException {
        int length = file.u16be(at);
        String text = file.text(at + 2L, length, StandardCharsets.UTF_8);
        at += 2 + length;
        return text;
    }
}
