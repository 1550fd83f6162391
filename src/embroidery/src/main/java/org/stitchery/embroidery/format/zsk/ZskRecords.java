package org.stitchery.embroidery.format.zsk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.format.record.NeedlePlan;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Writes ZSK's records. */
final class ZskRecords implements DesignWalk.Records {

    static final int MARK = 0x80;
    static final int STITCH = 0x00;
    static final int JUMP = 0x01;
    static final int STOP = 0x02;
    static final int NEEDLE_0 = 0x03;
    static final int END = 0x10;
    static final int CUT = 0x1B;

    /** A record has room for 255; this is what machines are known to take. */
    static final int LONGEST_MOVE = 127;

    /** Codes up to 19 hex; the next odd one is the cut. */
    static final int MOST_NEEDLES = 11;

    static final int BYTES = 3;

    private final ByteSink out;
    private final NeedlePlan needles;

    private ZskRecords(ByteSink out, NeedlePlan needles) {
        this.out = out;
        this.needles = needles;
    }

    /** Writes all records of a design, the first needle and the end included. */
    static List<Finding> write(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        NeedlePlan needles = NeedlePlan.of(pattern, MOST_NEEDLES);
        ZskRecords records = new ZskRecords(out, needles);
        records.change(0);
        List<Finding> findings = new ArrayList<>(
                DesignWalk.through(pattern, options, LONGEST_MOVE, records).findings());
        findings.addAll(needles.findings());
        return findings;
    }

    @Override
    public void stitch(int dx, int dy) throws IOException {
        move(STITCH, dx, dy);
    }

    @Override
    public void jump(int dx, int dy) throws IOException {
        move(JUMP, dx, dy);
    }

    @Override
    public void trim() throws IOException {
        move(CUT, 0, 0);
    }

    @Override
    public void change(int block) throws IOException {
        move(NEEDLE_0 + 2 * needles.needle(block), 0, 0);
    }

    @Override
    public void stop() throws IOException {
        move(STOP, 0, 0);
    }

    @Override
    public void end() throws IOException {
        move(END, 0, 0);
    }

    private void move(int code, int dx, int dy) throws IOException {
        int left = dx < 0 ? 0x40 : 0;
        int down = dy > 0 ? 0x20 : 0;
        out.u8(Math.abs(dy)).u8(Math.abs(dx)).u8(MARK | left | down | code);
    }
}
