package org.stitchery.digitizer.worker;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.DigitizingException;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.advice.Advice;
import org.stitchery.digitizer.advice.Adviser;
import org.stitchery.digitizer.advice.Fix;
import org.stitchery.digitizer.advice.Request;
import org.stitchery.digitizer.artwork.Artwork;

/** Digitizes with a person's wishes, and tries the fixes of what there is to advise. */
final class Advising {

    /** Fixes tried for one design; a person reads no more. */
    private static final int MOST_TRIED = 3;

    /** Fixes are tried only while all of it together stays within this share of the time for one design. */
    private static final double SHARE = 0.5;

    private final Digitizer digitizer;
    private final long mostNanos;

    /** @param mostNanos time for one design */
    Advising(Digitizer digitizer, long mostNanos) {
        this.digitizer = digitizer;
        this.mostNanos = mostNanos;
    }

    WorkerResult.Done digitize(WorkerTask task, DigitizeSettings settings, Artwork artwork) {
        long begun = System.nanoTime();
        Wishes wishes = task.wishes();
        Request request = new Request.OfDrawing(artwork, settings);
        if (wishes.leastLineMm() > 0) {
            request = new Fix.ThickerLines(wishes.leastLineMm()).apply(request);
        }
        if (wishes.words() != null && request instanceof Request.OfDrawing drawing) {
            request = new Request.OfInscribed(drawing, wishes.words());
        }
        Digitized made = request.digitize(digitizer, Progress.NONE);
        if (!wishes.advice()) {
            return new WorkerResult.Done(made, List.of());
        }
        List<Advised> told = new ArrayList<>();
        int tried = 0;
        for (Advice advice : Adviser.on(request, made, wishes.circumstances())) {
            Fix fix = advice.fix();
            Digitized mended = null;
            if (fix != null && tried < MOST_TRIED) {
                long gone = System.nanoTime() - begun;
                // Each try takes about as long as the first making.
                if (gone * (tried + 2) / (tried + 1) < mostNanos * SHARE) {
                    mended = tried(fix.apply(request), made);
                    tried++;
                }
            }
            told.add(new Advised(advice.finding(), fix, mended));
        }
        return new WorkerResult.Done(made, told);
    }

    private @Nullable Digitized tried(Request request, Digitized made) {
        try {
            Digitized mended = request.digitize(digitizer, Progress.NONE);
            boolean same = mended.pattern().equals(made.pattern());
            return same || mended.pattern().threads().isEmpty() ? null : mended;
        } catch (DigitizingException e) {
            // The change would cost more than a design may: it is offered without a picture, and refused in words.
            return null;
        }
    }
}
