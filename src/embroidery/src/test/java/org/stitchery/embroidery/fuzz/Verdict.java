package org.stitchery.embroidery.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What a reader made of one file.
 *
 * @param broken which promise was broken; empty when none was
 * @param refused true where at least one reading ended with a {@link FormatException}
 * @param millis of the processor's time
 * @param allocated bytes
 */
public record Verdict(String broken, boolean refused, long millis, long allocated) {

    private static final long MILLIS = 2000;
    private static final long BYTES_PER_BYTE = 64;
    private static final long ALWAYS_BYTES = 1 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Recognizes the content and reads it both ways. */
    public static Verdict of(EmbroideryFormat format, byte[] content) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        String broken = "";
        boolean refused = false;
        try {
            format.likeness(content);
            refused = !reads(format, content, ReadOptions.cooked());
            refused |= !reads(format, content, ReadOptions.raw());
        } catch (RuntimeException | Error e) {
            broken = "threw " + e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "an unknown place");
        }
        long millis = (THREADS.getCurrentThreadCpuTime() - cpu) / 1_000_000;
        allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        if (broken.isEmpty() && millis > MILLIS) {
            broken = "took " + millis + " ms";
        }
        if (broken.isEmpty() && allocated > BYTES_PER_BYTE * content.length + ALWAYS_BYTES) {
            broken = "allocated " + allocated + " bytes for " + content.length;
        }
        return new Verdict(broken, refused, millis, allocated);
    }

    /** False where the reader refuses, in due form. */
    private static boolean reads(EmbroideryFormat format, byte[] content, ReadOptions options) {
        try {
            StitchPattern pattern =
                    format.reader().orElseThrow().read(content, options).pattern();
            if (pattern.command(pattern.size() - 1) != StitchCommand.END) {
                throw new IllegalStateException("a pattern without an end");
            }
            return true;
        } catch (FormatException damaged) {
            boolean within = damaged.offset() >= 0 && damaged.offset() <= content.length;
            if (!within
                    || damaged.format().isBlank()
                    || damaged.expected().isBlank()
                    || damaged.found().isBlank()) {
                throw new IllegalStateException("an error without its place: " + damaged.getMessage(), damaged);
            }
            return false;
        }
    }
}
