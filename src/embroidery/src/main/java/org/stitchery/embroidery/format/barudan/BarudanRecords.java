package org.stitchery.embroidery.format.barudan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.DesignWalk;
import org.stitchery.embroidery.format.record.NeedlePlan;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Writes Barudan's records. */
final class BarudanRecords implements DesignWalk.Records {

    static final int MARK = 0x80;
    static final int STITCH = 0x00;
    static final int JUMP = 0x01;
    static final int CUT = 0x07;
    static final int STOP = 0x08;
    static final int END = 0x18;

    /** A record has room for 255; other writers keep to this, and machines are known to take it. */
    static final int LONGEST_MOVE = 127;

    /** Codes for so many needles. */
    static final int MOST_NEEDLES = 15;

    static final int BYTES = 3;

    private final ByteSink out;
    private final NeedlePlan needles;

    private BarudanRecords(ByteSink out, NeedlePlan needles) {
        this.out = out;
        this.needles = needles;
    }

    /** Writes all records of a design, the first needle and the end included. */
    static List<Finding> write(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        NeedlePlan needles = NeedlePlan.of(pattern, MOST_NEEDLES);
        BarudanRecords records = new BarudanRecords(out, needles);
        records.event(STOP + needles.needle(0));
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
        event(CUT);
    }

    @Override
    public void change(int block) throws IOException {
        event(STOP + needles.needle(block));
    }

    @Override
    public void stop() throws IOException {
        event(STOP);
    }

    @Override
    public void end() throws IOException {
        out.u8(MARK | 0x60 | END).u8(0).u8(0);
    }

    private void event(int code) throws IOException {
        out.u8(MARK | 0x60 | code).u8(0).u8(0);
    }

    private void move(int code, int dx, int dy) throws IOException {
        int down = dy > 0 ? 0x40 : 0;
        int left = dx < 0 ? 0x20 : 0;
        out.u8(MARK | down | left | code).u8(Math.abs(dy)).u8(Math.abs(dx));
    }
}
