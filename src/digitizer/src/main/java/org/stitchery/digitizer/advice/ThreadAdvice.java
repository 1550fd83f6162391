package org.stitchery.digitizer.advice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.stitchery.digitizer.Digitized;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Ciede2000;
import org.stitchery.embroidery.thread.Lab;

/**
 * Threads against the cloth and against the machine's needles.
 *
 * <p>How different two colours look is measured by CIEDE2000. Below {@value #HARDLY} a thread is another shade of the cloth
 * rather than another colour; a substitute has to reach {@value #CLEARLY}. Both numbers are ours. Which thread takes its
 * place is {@link Substitutes}' choice.
 */
final class ThreadAdvice {

    static final double HARDLY = 12;
    static final double CLEARLY = 20;

    private final List<ThreadColor> atHand;
    private final Digitized result;
    private final Map<ThreadColor, Integer> stitches = new LinkedHashMap<>();
    private final Map<ThreadColor, double[]> places = new LinkedHashMap<>();

    ThreadAdvice(List<ThreadColor> atHand, Digitized result) {
        this.atHand = atHand;
        this.result = result;
        count();
    }

    private void count() {
        StitchPattern pattern = result.pattern();
        int block = 0;
        for (int i = 0; i < pattern.size() && block < pattern.threads().size(); i++) {
            if (pattern.command(i) == StitchCommand.COLOR_CHANGE) {
                block++;
            } else if (pattern.command(i) == StitchCommand.STITCH) {
                ThreadColor thread = pattern.threads().get(block);
                stitches.merge(thread, 1, Integer::sum);
                places.putIfAbsent(thread, new double[] {
                    pattern.x(i) / 10.0 + result.originXMm(), pattern.y(i) / 10.0 + result.originYMm()
                });
            }
        }
    }

    void contrast(Circumstances floor, List<Advice> advice) {
        if (floor.fabricRgb().isEmpty()) {
            return;
        }
        Lab cloth = Lab.ofRgb(floor.fabricRgb().getAsInt());
        Set<ThreadColor> clear = new LinkedHashSet<>();
        for (ThreadColor thread : atHand) {
            if (difference(cloth, thread) >= CLEARLY) {
                clear.add(thread);
            }
        }
        Substitutes substitutes = new Substitutes(cloth, atHand, clear, stitches.keySet());
        for (ThreadColor thread : stitches.keySet()) {
            double difference = difference(cloth, thread);
            if (difference < HARDLY) {
                advice.add(new Advice(
                        faint(thread, difference),
                        substitutes
                                .of(thread)
                                .map(other -> new Fix.OtherThreads(other.threads(), instead(other.changes())))
                                .orElse(null)));
            }
        }
    }

    private static String instead(Map<ThreadColor, ThreadColor> changes) {
        List<String> parts = new ArrayList<>();
        changes.forEach((thread, other) -> parts.add((parts.isEmpty() ? "it" : name(thread)) + " with " + name(other)));
        return "Sew " + String.join(" and ", parts) + " instead.";
    }

    private Finding faint(ThreadColor thread, double difference) {
        double[] at = places.getOrDefault(thread, new double[2]);
        return new Finding(
                Severity.WARNING,
                "LOW_CONTRAST",
                String.format(
                        Locale.ROOT,
                        "The thread %s hardly shows on this cloth: the colours differ by %.0f, and %.0f is needed to tell"
                                + " them apart at a glance.",
                        name(thread),
                        difference,
                        HARDLY),
                null,
                at[0],
                at[1]);
    }

    void needles(Circumstances floor, List<Advice> advice) {
        if (stitches.size() <= floor.needles()) {
            return;
        }
        Map<ThreadColor, Integer> kept = new LinkedHashMap<>(stitches);
        List<String> replaced = new ArrayList<>();
        while (kept.size() > floor.needles()) {
            replaced.add(giveUpOne(kept));
        }
        double[] at = places.getOrDefault(stitches.keySet().iterator().next(), new double[2]);
        advice.add(new Advice(
                new Finding(
                        Severity.WARNING,
                        "TOO_MANY_COLORS",
                        String.format(
                                Locale.ROOT,
                                "The design has %d threads, the machine %d needles: someone would have to rethread it.",
                                stitches.size(),
                                floor.needles()),
                        null,
                        at[0],
                        at[1]),
                new Fix.OtherThreads(
                        List.copyOf(kept.keySet()),
                        "Use " + kept.size() + " threads: " + String.join("; ", replaced) + ".")));
    }

    /** The thread whose stitches would change least becomes its nearest neighbour. */
    private static String giveUpOne(Map<ThreadColor, Integer> kept) {
        ThreadColor goes = null;
        ThreadColor stays = null;
        double least = Double.POSITIVE_INFINITY;
        for (Map.Entry<ThreadColor, Integer> entry : kept.entrySet()) {
            for (ThreadColor other : kept.keySet()) {
                if (!other.equals(entry.getKey())) {
                    double change = difference(Lab.ofRgb(other.rgb()), entry.getKey()) * entry.getValue();
                    if (change < least) {
                        least = change;
                        goes = entry.getKey();
                        stays = other;
                    }
                }
            }
        }
        if (goes == null || stays == null) {
            throw new IllegalStateException("One thread alone cannot be given up");
        }
        kept.merge(stays, kept.getOrDefault(goes, 0), Integer::sum);
        kept.remove(goes);
        return name(stays) + " for " + name(goes);
    }

    private static double difference(Lab lab, ThreadColor thread) {
        return Ciede2000.difference(lab, Lab.ofRgb(thread.rgb()));
    }

    private static String name(ThreadColor thread) {
        String words = (thread.code() + " " + thread.name()).strip();
        return words.isEmpty() ? thread.hex() : words;
    }
}
