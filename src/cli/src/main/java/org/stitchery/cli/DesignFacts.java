package org.stitchery.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.sewing.SewingEstimate;

/** What there is to say of a design, for people and for programs. */
final class DesignFacts {

    private final StitchPattern pattern;
    private final SewingEstimate estimate;

    DesignFacts(StitchPattern pattern) {
        this.pattern = pattern;
        this.estimate = SewingEstimate.of(pattern);
    }

    /** Adds members to an open object. */
    void write(Json json) {
        Extents box = pattern.extents();
        json.member("name", pattern.name())
                .member("stitches", pattern.count(StitchCommand.STITCH))
                .member("jumps", pattern.count(StitchCommand.JUMP))
                .member("trims", pattern.count(StitchCommand.TRIM))
                .member("colorChanges", pattern.count(StitchCommand.COLOR_CHANGE))
                .member("stops", pattern.count(StitchCommand.STOP));
        json.beginObject("extentsMm")
                .member("minX", box.minX() / 10.0, 1)
                .member("minY", box.minY() / 10.0, 1)
                .member("maxX", box.maxX() / 10.0, 1)
                .member("maxY", box.maxY() / 10.0, 1)
                .member("width", box.widthMm(), 1)
                .member("height", box.heightMm(), 1)
                .end();
        json.member("threadMm", estimate.threadMm(), 0)
                .member("machineSeconds", estimate.machineTime().toMillis() / 1000.0, 1);
        List<ThreadColor> threads = pattern.threads();
        json.beginArray("threads");
        for (int i = 0; i < threads.size(); i++) {
            ThreadColor thread = threads.get(i);
            json.beginElement()
                    .member("rgb", thread.hex())
                    .member("brand", thread.brand())
                    .member("code", thread.code())
                    .member("name", thread.name())
                    .member("threadMm", threadMm(i), 0)
                    .end();
        }
        json.end();
        json.beginArray("colors");
        threads.forEach(thread -> json.element(thread.hex()));
        json.end();
    }

    /** Lines for a person. */
    void tell(PrintStream to) {
        Extents box = pattern.extents();
        row(to, "name", pattern.name().isEmpty() ? "(none)" : pattern.name());
        row(to, "size", "%.1f x %.1f mm", box.widthMm(), box.heightMm());
        row(to, "stitches", "%,d", pattern.count(StitchCommand.STITCH));
        row(to, "jumps", "%,d", pattern.count(StitchCommand.JUMP));
        row(to, "trims", "%,d", pattern.count(StitchCommand.TRIM));
        row(to, "colour changes", "%,d", pattern.count(StitchCommand.COLOR_CHANGE));
        if (pattern.count(StitchCommand.STOP) > 0) {
            row(to, "stops", "%,d", pattern.count(StitchCommand.STOP));
        }
        row(to, "machine time", "about %s on one head, without hooping", minutes());
        row(to, "thread", "about %.1f m, bobbin half as much", estimate.threadMm() / 1000);
        int blocks = estimate.threadMmPerBlock().size();
        for (int i = 0; i < blocks; i++) {
            row(to, i == 0 ? "colours" : "", "%2d  %s  %.1f m", i + 1, thread(i), threadMm(i) / 1000);
        }
    }

    private String thread(int block) {
        if (block >= pattern.threads().size()) {
            return "colour not in the file";
        }
        ThreadColor thread = pattern.threads().get(block);
        String words = (thread.brand() + " " + thread.code() + " " + thread.name())
                .replaceAll(" +", " ")
                .strip();
        return words.isEmpty() ? thread.hex() : thread.hex() + "  " + words;
    }

    private double threadMm(int block) {
        List<Double> perBlock = estimate.threadMmPerBlock();
        return block < perBlock.size() ? perBlock.get(block) : 0;
    }

    private String minutes() {
        long seconds = Math.round(estimate.machineTime().toMillis() / 1000.0);
        return String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
    }

    private static void row(PrintStream to, String key, String format, Object... values) {
        to.println(String.format(Locale.ROOT, "%-15s", key) + String.format(Locale.ROOT, format, values));
    }

    private static void row(PrintStream to, String key, String value) {
        row(to, key, "%s", value);
    }
}
