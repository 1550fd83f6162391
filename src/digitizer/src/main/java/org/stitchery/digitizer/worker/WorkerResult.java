package org.stitchery.digitizer.worker;

import java.util.List;
import org.stitchery.digitizer.Digitized;
import org.stitchery.embroidery.model.Finding;

/** What became of a {@link WorkerRequest}. Closed: every caller deals with all four. */
public sealed interface WorkerResult {

    /**
     * Read and digitized.
     *
     * @param advice what could be better, the most important first; empty unless it was wished for
     */
    record Done(Digitized digitized, List<Advised> advice) implements WorkerResult {

        public Done {
            advice = List.copyOf(advice);
        }
    }

    /**
     * Read, and good to be digitized.
     *
     * @param title the drawing's own, cleaned; empty for none
     * @param widthMm page width after scaling
     * @param heightMm page height after scaling
     * @param drawnWidthMm width of what is drawn, line widths included
     * @param drawnHeightMm height of what is drawn
     * @param shapes how many
     * @param colours 0xRRGGBB, in order of first use
     * @param findings of the intake
     */
    record Inspected(
            String title,
            double widthMm,
            double heightMm,
            double drawnWidthMm,
            double drawnHeightMm,
            int shapes,
            List<Integer> colours,
            List<Finding> findings)
            implements WorkerResult {

        public Inspected {
            colours = List.copyOf(colours);
            findings = List.copyOf(findings);
        }
    }

    /**
     * The file is refused, for good: the same file will be refused again.
     *
     * @param code the name of a {@link org.stitchery.digitizer.svg.RefusalCode} or of a
     *     {@link org.stitchery.digitizer.DigitizingException.Code}
     * @param message a sentence a customer can act on
     */
    record Refused(String code, String message) implements WorkerResult {}

    /** The worker came to grief. The message is for the customer, the detail for the log. */
    record Failed(Reason reason, String message, String detail) implements WorkerResult {

        /** How it came to grief. */
        public enum Reason {
            /** Passed its deadline and was killed. The same file will most likely do so again. */
            TIMEOUT,
            /** Out of memory, stack overflow or a fault of ours, told by the worker itself before it was replaced. */
            ERROR,
            /** Ended, or answered something that is no answer. */
            CRASHED,
            /** The queue is full, or the pool is closing; try again later. */
            BUSY
        }
    }
}
