package org.stitchery.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.stitchery.embroidery.format.colors.ColorList;
import org.stitchery.embroidery.format.colors.ColorUse;
import org.stitchery.embroidery.format.colors.NeedleOrder;
import org.stitchery.embroidery.model.StitchPattern;

/** Lists of colours and needles that are written beside a design. */
final class SideLists {

    private final List<OutputFile> files;
    private final List<String> kinds;
    private final List<byte[]> contents = new ArrayList<>();

    private SideLists(List<OutputFile> files, List<String> kinds) {
        this.files = files;
        this.kinds = kinds;
    }

    /**
     * Beside this design, under its name.
     *
     * @param input which is never replaced
     * @throws Complaint when there is no such kind, or no place for its file
     */
    static SideLists beside(Path design, Path input, List<String> wanted) {
        String name = String.valueOf(design.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        List<OutputFile> files = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (String word : new LinkedHashSet<>(wanted)) {
            String kind = word.strip().toLowerCase(Locale.ROOT);
            if (!kind.equals(NeedleOrder.EXTENSION)
                    && ColorList.byExtension(kind).isEmpty()) {
                throw Complaint.usage("--color-list takes edr, rgb, col, inf and ct0, found " + word + ".");
            }
            kinds.add(kind);
            files.add(OutputFile.at(design.resolveSibling(base + "." + kind), input));
        }
        return new SideLists(files, kinds);
    }

    /**
     * Makes them all, so that nothing is written when one cannot be made.
     *
     * @throws Complaint when the design does not say what a list needs
     */
    void prepare(StitchPattern pattern) {
        for (String kind : kinds) {
            contents.add(
                    kind.equals(NeedleOrder.EXTENSION)
                            ? needles(pattern)
                            : colors(ColorList.byExtension(kind).orElseThrow(), pattern));
        }
    }

    private static byte[] colors(ColorList kind, StitchPattern pattern) {
        List<ColorUse> uses = ColorUse.of(pattern, block -> needle(pattern, block));
        if (uses.isEmpty()) {
            throw Complaint.usage("--color-list " + kind.extension()
                    + ": the design names no colours, and no list of them lies beside it.");
        }
        return made(kind.extension(), () -> kind.write(uses));
    }

    private static byte[] needles(StitchPattern pattern) {
        if (pattern.needles().isEmpty()) {
            throw Complaint.usage("--color-list ct0: the design names no needles, and no list of them lies beside it.");
        }
        List<Integer> needles = ColorUse.needles(pattern);
        return made(NeedleOrder.EXTENSION, () -> NeedleOrder.write(needles));
    }

    private static byte[] made(String kind, Supplier<byte[]> writer) {
        try {
            return writer.get();
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--color-list " + kind + ": " + e.getMessage() + ".");
        }
    }

    /** 0 where the design names none. */
    private static int needle(StitchPattern pattern, int block) {
        List<Integer> needles = pattern.needles();
        return block <= needles.size() ? needles.get(block - 1) : 0;
    }

    void write() {
        for (int i = 0; i < files.size(); i++) {
            files.get(i).write(contents.get(i));
        }
    }

    void tell(PrintStream to) {
        for (int i = 0; i < files.size(); i++) {
            to.println(files.get(i).path() + ": "
                    + (kinds.get(i).equals(NeedleOrder.EXTENSION) ? "needles" : "colours") + " for beside, "
                    + contents.get(i).length + " bytes");
        }
    }
}
