package org.stitchery.digitizer.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.lettering.Inscription;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.Hoop;

/** Looks over a request and what became of it. Stateless; what it says does not depend on anything else. */
public final class Adviser {

    private Adviser() {}

    /** All advice there is, the most important first: what does not fit, then what cannot be read, then looks. */
    public static List<Advice> on(Request request, Digitized result, Circumstances floor) {
        List<Advice> advice = new ArrayList<>();
        hoop(request, result, advice);
        if (request instanceof Request.OfText text) {
            smallText(text.text().with(floor.thread()), advice);
        }
        if (request instanceof Request.OfInscribed inscribed) {
            words(inscribed, result, advice);
            thinLines(inscribed.drawing(), floor, advice);
        }
        if (request instanceof Request.OfDrawing drawing) {
            thinLines(drawing, floor, advice);
        }
        CrowdAdvice.crowds(result, advice);
        ThreadAdvice threads = new ThreadAdvice(request.settings().threads(), result);
        threads.contrast(floor, advice);
        threads.needles(floor, advice);
        return advice;
    }

    /** The findings of all advice, each with its fix in words. */
    public static List<Finding> findings(List<Advice> advice) {
        return advice.stream().map(Adviser::told).toList();
    }

    private static Finding told(Advice advice) {
        Finding f = advice.finding();
        Fix fix = advice.fix();
        if (fix == null) {
            return f;
        }
        return new Finding(f.severity(), f.code(), f.message() + " " + fix.words(), f.element(), f.xMm(), f.yMm());
    }

    private static void hoop(Request request, Digitized result, List<Advice> advice) {
        Extents box = result.pattern().extents();
        Hoop hoop = request.settings().hoop();
        if (result.pattern().threads().isEmpty() || hoop.holds(box)) {
            return;
        }
        Fix fix = Hoops.smallestFor(box.widthMm(), box.heightMm())
                .map(Fix.LargerHoop::new)
                .orElse(null);
        advice.add(new Advice(
                Finding.of(
                        Severity.ERROR,
                        "HOOP_TOO_SMALL",
                        String.format(
                                Locale.ROOT,
                                "The design is %.1f x %.1f mm, the hoop %s takes %.0f x %.0f mm.",
                                box.widthMm(),
                                box.heightMm(),
                                hoop.name(),
                                hoop.widthMm(),
                                hoop.heightMm())),
                fix));
    }

    private static void smallText(Lettering text, List<Advice> advice) {
        for (Finding finding : text.set().findings()) {
            if (finding.code().equals("TEXT_TOO_SMALL")) {
                advice.add(new Advice(finding, new Fix.LargerText(text.smallestMm())));
            }
        }
    }

    /** Words that are too small, because they were asked for so small or because the hoop made them so. */
    private static void words(Request.OfInscribed request, Digitized result, List<Advice> advice) {
        Inscription words = request.words();
        double smallest = words.smallestMm();
        for (Finding finding : result.findings()) {
            if (finding.code().equals("TEXT_TOO_SMALL") && words.heightMm() < smallest - 0.05) {
                advice.add(
                        new Advice(finding, smallest > Inscription.HIGHEST_MM ? null : new Fix.LargerText(smallest)));
            } else if (finding.code().equals("TEXT_TOO_SMALL") || finding.code().equals("TEXT_DOES_NOT_FIT")) {
                advice.add(new Advice(finding, roomier(request)));
            }
        }
    }

    /** A larger hoop in which the words have room at the height that was asked for. */
    private static @Nullable Fix roomier(Request.OfInscribed request) {
        double[] box = box(request.drawing());
        Inscription.Room room = request.words().beside(box[2] - box[0], box[3] - box[1]);
        Hoop now = request.settings().hoop();
        return Hoops.smallestFor(room.widthMm(), room.heightMm())
                .filter(hoop -> hoop.widthMm() > now.widthMm() || hoop.heightMm() > now.heightMm())
                .map(Fix.LargerHoop::new)
                .orElse(null);
    }

    /** What is drawn: least x and y, most x and y. */
    private static double[] box(Request.OfDrawing drawing) {
        double[] box = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (ArtworkShape shape : drawing.artwork().shapes()) {
            double half = shape.stroke() == null ? 0 : shape.stroke().widthMm() / 2;
            for (Contour contour : shape.contours()) {
                for (int i = 0; i < contour.size(); i++) {
                    box[0] = Math.min(box[0], contour.x(i) - half);
                    box[1] = Math.min(box[1], contour.y(i) - half);
                    box[2] = Math.max(box[2], contour.x(i) + half);
                    box[3] = Math.max(box[3], contour.y(i) + half);
                }
            }
        }
        return box[0] > box[2] ? new double[4] : box;
    }

    private static void thinLines(Request.OfDrawing drawing, Circumstances floor, List<Advice> advice) {
        double least = floor.thread().narrowestSatinMm();
        int thin = 0;
        ArtworkShape first = null;
        for (ArtworkShape shape : drawing.artwork().shapes()) {
            Stroke stroke = shape.stroke();
            if (stroke != null && stroke.widthMm() > 0 && stroke.widthMm() < least) {
                thin++;
                first = first == null ? shape : first;
            }
        }
        if (first != null) {
            advice.add(new Advice(thinFinding(first, thin, least), new Fix.ThickerLines(least + 0.2)));
        }
    }

    private static Finding thinFinding(ArtworkShape first, int thin, double least) {
        Contour contour = first.contours().get(0);
        @Nullable Stroke stroke = first.stroke();
        return new Finding(
                Severity.INFO,
                "LINE_TOO_THIN",
                String.format(
                        Locale.ROOT,
                        "%s thinner than %.1f mm (this one %.2f mm) is sewn as running stitches, which look thinner than"
                                + " satin.",
                        thin == 1 ? "A line" : "Each of " + thin + " lines",
                        least,
                        stroke == null ? 0 : stroke.widthMm()),
                first.element(),
                contour.x(0),
                contour.y(0));
    }
}
