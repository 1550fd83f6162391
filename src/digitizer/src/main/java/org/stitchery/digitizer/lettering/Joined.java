package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.Digitized;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Two sewn designs of one thread and of several as one, (0, 0) in the middle of both.
 *
 * @param originXMm page position of the pattern's (0, 0)
 * @param originYMm the same, downwards
 */
record Joined(StitchPattern pattern, double originXMm, double originYMm) {

    /**
     * The second is sewn at the end of the first's last block of its thread, or after everything.
     *
     * @param first of any number of threads
     * @param second of one thread, or empty
     */
    static Joined of(Digitized first, Digitized second, String name) {
        if (second.pattern().threads().isEmpty() || first.pattern().threads().isEmpty()) {
            Digitized only = second.pattern().threads().isEmpty() ? first : second;
            return new Joined(only.pattern(), only.originXMm(), only.originYMm());
        }
        int firstX = tenths(first.originXMm());
        int firstY = tenths(first.originYMm());
        int secondX = tenths(second.originXMm());
        int secondY = tenths(second.originYMm());
        Extents a = first.pattern().extents();
        Extents b = second.pattern().extents();
        int middleX = Math.floorDiv(
                Math.min(a.minX() + firstX, b.minX() + secondX) + Math.max(a.maxX() + firstX, b.maxX() + secondX), 2);
        int middleY = Math.floorDiv(
                Math.min(a.minY() + firstY, b.minY() + secondY) + Math.max(a.maxY() + firstY, b.maxY() + secondY), 2);
        ThreadColor thread = second.pattern().threads().get(0);
        List<ThreadColor> threads = new ArrayList<>(first.pattern().threads());
        int block = threads.lastIndexOf(thread);
        StitchPattern.Builder out = StitchPattern.builder(name);
        int at = 0;
        for (int i = 0; i < first.pattern().size(); i++) {
            StitchCommand command = first.pattern().command(i);
            boolean blockEnds = command == StitchCommand.COLOR_CHANGE || command == StitchCommand.END;
            if (blockEnds && at++ == block) {
                add(second.pattern(), secondX - middleX, secondY - middleY, out);
            }
            if (command != StitchCommand.END) {
                out.add(
                        command,
                        first.pattern().x(i) + firstX - middleX,
                        first.pattern().y(i) + firstY - middleY);
            }
        }
        if (block < 0) {
            out.colorChange();
            threads.add(thread);
            add(second.pattern(), secondX - middleX, secondY - middleY, out);
        }
        return new Joined(out.threads(threads).build(), middleX / 10.0, middleY / 10.0);
    }

    private static void add(StitchPattern pattern, int dx, int dy, StitchPattern.Builder out) {
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) != StitchCommand.END) {
                out.add(pattern.command(i), pattern.x(i) + dx, pattern.y(i) + dy);
            }
        }
    }

    private static int tenths(double mm) {
        return (int) Math.rint(mm * 10);
    }
}
