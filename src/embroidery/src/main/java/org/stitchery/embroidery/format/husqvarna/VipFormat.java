package org.stitchery.embroidery.format.husqvarna;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.ThreadColor;

/** Pfaff VIP: a HUS with colours of any kind, veiled. */
public final class VipFormat extends PackedFormat {

    /** The one instance. */
    public static final VipFormat VIP = new VipFormat();

    private static final long MARK = 0x0190FC5DL;

    private static final int COLOR_BYTES = 4;

    /** Behind the colours a genuine file has as many ones, one more, and two bytes. */
    private static final int ONE_BYTES = 4;

    private static final int TAIL = 2;

    private VipFormat() {
        super("vip", "Pfaff VIP", Threads.RGB, MARK);
    }

    @Override
    List<ThreadColor> threads(ByteSource file, long count) throws FormatException {
        List<ThreadColor> threads = new ArrayList<>();
        int before = 0;
        long first = COLORS + 4L;
        for (int i = 0; i < Math.min(count * COLOR_BYTES, VeilKey.length()); i += COLOR_BYTES) {
            if (!file.holds(first + i, COLOR_BYTES)) {
                break;
            }
            int rgb = 0;
            for (int k = 0; k < COLOR_BYTES; k++) {
                int veiled = file.u8(first + i + k);
                int plain = veiled ^ VeilKey.at(i + k) ^ before;
                before = veiled;
                rgb = k < 3 ? rgb << 8 | plain : rgb;
            }
            threads.add(ThreadColor.ofRgb(rgb));
        }
        return threads;
    }

    @Override
    int threadBytes(int count) {
        return 4 + count * COLOR_BYTES + (count + 1) * ONE_BYTES + TAIL;
    }

    @Override
    void writeThreads(List<ThreadColor> threads, ByteSink out) throws IOException {
        if (threads.size() * COLOR_BYTES > VeilKey.length()) {
            throw new IllegalArgumentException(
                    "A VIP has up to " + VeilKey.length() / COLOR_BYTES + " colours, found " + threads.size());
        }
        // In the one genuine file this is six less than the place behind the colours.
        out.u32(COLORS + threadBytes(threads.size()) - 6L);
        int before = 0;
        int i = 0;
        for (ThreadColor thread : threads) {
            for (int k = 0; k < COLOR_BYTES; k++, i++) {
                int plain = k < 3 ? thread.rgb() >> 16 - 8 * k & 0xFF : 0;
                before = plain ^ VeilKey.at(i) ^ before;
                out.u8(before);
            }
        }
        for (int k = 0; k <= threads.size(); k++) {
            out.u32(1);
        }
        out.times(TAIL, 0);
    }
}
