package org.stitchery.digitizer.advice;

import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.lettering.Inscribed;
import org.stitchery.digitizer.lettering.Inscription;
import org.stitchery.digitizer.lettering.LetterSewing;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.embroidery.thread.ThreadPalette;

/** What a customer asks for, so that a {@link Fix} can change it and both can be digitized. Immutable. */
public sealed interface Request permits Request.OfDrawing, Request.OfText, Request.OfInscribed {

    DigitizeSettings settings();

    /** The same with other settings. */
    Request with(DigitizeSettings settings);

    /** Makes the stitches with the standard budget. */
    default Digitized digitize(Progress progress) {
        return digitize(new Digitizer(), progress);
    }

    /** Makes the stitches. */
    Digitized digitize(Digitizer digitizer, Progress progress);

    /** A drawing to be sewn. */
    record OfDrawing(Artwork artwork, DigitizeSettings settings) implements Request {
        @Override
        public Request with(DigitizeSettings changed) {
            return new OfDrawing(artwork, changed);
        }

        @Override
        public Digitized digitize(Digitizer digitizer, Progress progress) {
            return digitizer.digitize(artwork, settings, progress);
        }
    }

    /**
     * Text to be sewn.
     *
     * @param rgb wanted colour; the nearest thread takes it
     */
    record OfText(Lettering text, int rgb, DigitizeSettings settings) implements Request {
        @Override
        public Request with(DigitizeSettings changed) {
            return new OfText(text, rgb, changed);
        }

        @Override
        public Digitized digitize(Digitizer digitizer, Progress progress) {
            ThreadPalette threads = new ThreadPalette("at hand", settings.threads());
            return new LetterSewing(settings.fabric(), threads.nearest(rgb), settings.hoop())
                    .sew(text.set(), settings.name(), progress);
        }
    }

    /** A drawing with words beside it. */
    record OfInscribed(OfDrawing drawing, Inscription words) implements Request {
        @Override
        public DigitizeSettings settings() {
            return drawing.settings();
        }

        @Override
        public Request with(DigitizeSettings changed) {
            return new OfInscribed(new OfDrawing(drawing.artwork(), changed), words);
        }

        @Override
        public Digitized digitize(Digitizer digitizer, Progress progress) {
            return Inscribed.of(drawing.digitize(digitizer, progress), words, settings(), progress);
        }
    }
}
