package org.stitchery.digitizer.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Ciede2000;
import org.stitchery.embroidery.thread.Lab;

/**
 * Threads to sew with where the design's own hardly show on the cloth.
 *
 * <p>Who ordered navy wants a blue that shows rather than the black that happens to measure nearest. So a substitute is
 * looked for among threads of the same hue, or among greys for a grey, whose lightness lies well away from the cloth's,
 * and nearer to it than the design's other threads; each of these wishes is given up only when no thread fulfils it, the last one
 * first. Of those left, the nearest by CIEDE2000 is taken.
 *
 * <p>Hue and chroma are those of CIE LCh(ab). The limits are ours, chosen by looking at the charts side by side.
 */
final class Substitutes {

    /** Below this chroma people speak of grey, black, white or beige instead of a hue. */
    private static final double GREY = 6;

    /** How far apart hues may lie and still have one name, degrees. */
    private static final double SAME_HUE = 25;

    /** The same for blues, whose dark shades CIELAB takes for purple. */
    private static final double SAME_BLUE = 38;

    /** Least part of its chroma that a colour keeps before it looks washed out. */
    private static final double LEAST_CHROMA = 0.6;

    /** This much is never washed out. */
    private static final double COLORFUL = 25;

    /** Difference of lightness to the cloth at which lines and letters are read easily. */
    private static final double READABLE = 20;

    /** So much nearer than the design's other threads a substitute has to be, to be told from them for certain. */
    private static final double MARGIN = 4;

    /** The drawing's colour lies not quite where its thread does: threads are taken away so much further out. */
    private static final double ROOM = 10;

    /**
     * What to sew with instead.
     *
     * @param changes what takes whose place: first for the thread that was asked about, then for those so much like it
     *     that they cannot stay
     * @param threads all that may still be used, so that the substitutes are the nearest of them
     */
    record Substitute(Map<ThreadColor, ThreadColor> changes, List<ThreadColor> threads) {}

    private final Lab cloth;
    private final List<ThreadColor> atHand;
    private final Set<ThreadColor> clear;
    private final Set<ThreadColor> sewn;

    /**
     * @param clear threads at hand that show clearly on the cloth
     * @param sewn threads of the design
     */
    Substitutes(Lab cloth, List<ThreadColor> atHand, Set<ThreadColor> clear, Set<ThreadColor> sewn) {
        this.cloth = cloth;
        this.atHand = atHand;
        this.clear = clear;
        this.sewn = sewn;
    }

    /** For a thread that hardly shows; empty when none at hand does. The design's other threads stay where they can. */
    Optional<Substitute> of(ThreadColor faint) {
        Lab wanted = Lab.ofRgb(faint.rgb());
        ThreadColor best = best(wanted, faint);
        if (best == null) {
            return Optional.empty();
        }
        double reach = difference(wanted, best) + ROOM;
        List<ThreadColor> left = new ArrayList<>();
        for (ThreadColor thread : atHand) {
            boolean between = !thread.equals(best) && difference(wanted, thread) < reach;
            boolean kept = !between || sewn.contains(thread) && clear.contains(thread);
            if (kept && !thread.equals(faint)) {
                left.add(thread);
            }
        }
        Map<ThreadColor, ThreadColor> changes = new LinkedHashMap<>();
        changes.put(faint, nearest(wanted, left));
        for (ThreadColor thread : sewn) {
            if (!left.contains(thread)) {
                changes.put(thread, nearest(Lab.ofRgb(thread.rgb()), left));
            }
        }
        return Optional.of(new Substitute(changes, left));
    }

    private static ThreadColor nearest(Lab wanted, List<ThreadColor> threads) {
        ThreadColor nearest = threads.get(0);
        for (ThreadColor thread : threads) {
            nearest = difference(wanted, thread) < difference(wanted, nearest) ? thread : nearest;
        }
        return nearest;
    }

    private @Nullable ThreadColor best(Lab wanted, ThreadColor faint) {
        double others = Double.POSITIVE_INFINITY;
        for (ThreadColor thread : sewn) {
            others = thread.equals(faint) ? others : Math.min(others, difference(wanted, thread));
        }
        for (int wishes = 3; wishes >= 0; wishes--) {
            ThreadColor best = null;
            double least = Double.POSITIVE_INFINITY;
            for (ThreadColor thread : clear) {
                Lab lab = Lab.ofRgb(thread.rgb());
                double difference = difference(wanted, thread);
                if (difference < least
                        && (wishes < 1 || isAlike(wanted, lab))
                        && (wishes < 2 || Math.abs(lab.lightness() - cloth.lightness()) >= READABLE)
                        && (wishes < 3 || difference + MARGIN < others)) {
                    least = difference;
                    best = thread;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static double difference(Lab lab, ThreadColor thread) {
        return Ciede2000.difference(lab, Lab.ofRgb(thread.rgb()));
    }

    private static boolean isAlike(Lab wanted, Lab other) {
        double chroma = chroma(wanted);
        if (chroma < GREY) {
            return chroma(other) < GREY;
        }
        double hue = hueDegrees(wanted);
        double apart = Math.abs(hue - hueDegrees(other));
        double most = hue > -120 && hue < -60 ? SAME_BLUE : SAME_HUE;
        return chroma(other) >= Math.max(GREY, Math.min(COLORFUL, LEAST_CHROMA * chroma))
                && Math.min(apart, 360 - apart) <= most;
    }

    private static double chroma(Lab lab) {
        return Math.sqrt(lab.a() * lab.a() + lab.b() * lab.b());
    }

    /** From -180 to 180: red about 40, yellow 100, green 140, blue -75. */
    private static double hueDegrees(Lab lab) {
        return StrictMath.toDegrees(StrictMath.atan2(lab.b(), lab.a()));
    }
}
