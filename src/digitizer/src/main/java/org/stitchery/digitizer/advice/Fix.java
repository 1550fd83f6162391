package org.stitchery.digitizer.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.ThreadColor;

/** A change of a request that a customer can accept. Applying it changes nothing else. */
public sealed interface Fix permits Fix.LargerText, Fix.OtherThreads, Fix.ThickerLines, Fix.LargerHoop {

    /** What it does, as a customer would say yes to: "Use letters 6.2 mm high." */
    String words();

    /** The request with the change; unchanged where it does not concern it. */
    Request apply(Request request);

    /**
     * Letters as high as the face needs.
     *
     * @param heightMm height of a capital
     */
    record LargerText(double heightMm) implements Fix {
        @Override
        public String words() {
            return String.format(Locale.ROOT, "Make the letters %.1f mm high.", heightMm);
        }

        @Override
        public Request apply(Request request) {
            if (request instanceof Request.OfInscribed inscribed) {
                return new Request.OfInscribed(
                        inscribed.drawing(), inscribed.words().withHeight(heightMm));
            }
            return request instanceof Request.OfText text
                    ? new Request.OfText(text.text().height(heightMm), text.rgb(), text.settings())
                    : request;
        }
    }

    /**
     * Another set of threads to choose from: fewer, or without those that do not show.
     *
     * @param threads all that may still be used
     * @param words for the customer
     */
    record OtherThreads(List<ThreadColor> threads, String words) implements Fix {

        public OtherThreads {
            threads = List.copyOf(threads);
        }

        @Override
        public Request apply(Request request) {
            DigitizeSettings now = request.settings();
            return request.with(new DigitizeSettings(now.name(), now.fabric(), threads, now.hoop()));
        }
    }

    /**
     * Thin lines drawn as wide as satin needs.
     *
     * @param leastMm width that thinner lines get
     */
    record ThickerLines(double leastMm) implements Fix {
        @Override
        public String words() {
            return String.format(Locale.ROOT, "Draw thin lines %.1f mm wide.", leastMm);
        }

        @Override
        public Request apply(Request request) {
            if (request instanceof Request.OfInscribed inscribed) {
                return new Request.OfInscribed(thicker(inscribed.drawing()), inscribed.words());
            }
            return request instanceof Request.OfDrawing drawing ? thicker(drawing) : request;
        }

        private Request.OfDrawing thicker(Request.OfDrawing drawing) {
            Artwork artwork = drawing.artwork();
            List<ArtworkShape> shapes = new ArrayList<>();
            for (ArtworkShape shape : artwork.shapes()) {
                Stroke s = shape.stroke();
                if (s == null || s.widthMm() >= leastMm) {
                    shapes.add(shape);
                } else {
                    Stroke wider = new Stroke(s.rgb(), s.opacity(), leastMm, s.cap(), s.join(), s.miterLimit());
                    shapes.add(new ArtworkShape(
                            shape.element(), shape.contours(), shape.fill(), wider, shape.clips(), shape.hints()));
                }
            }
            return new Request.OfDrawing(
                    new Artwork(artwork.widthMm(), artwork.heightMm(), shapes, artwork.findings(), artwork.title()),
                    drawing.settings());
        }
    }

    /** A hoop that takes the design as it is. */
    record LargerHoop(Hoop hoop) implements Fix {
        @Override
        public String words() {
            return "Use the hoop " + hoop.name() + ".";
        }

        @Override
        public Request apply(Request request) {
            DigitizeSettings now = request.settings();
            return request.with(new DigitizeSettings(now.name(), now.fabric(), now.threads(), hoop));
        }
    }
}
