package org.stitchery.digitizer.worker;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.DigitizeSettings;

/**
 * One file for a worker.
 *
 * @param svg the upload as it arrived, svg or svgz; not changed while the request is under way
 * @param widthMm width wanted of what is drawn; empty for as drawn
 * @param digitize how to digitize; null to read the drawing only
 * @param wishes what else is wanted
 */
public record WorkerRequest(
        byte[] svg, OptionalDouble widthMm, @Nullable DigitizeSettings digitize, Wishes wishes) {

    /** Only reads the drawing; answered by {@link WorkerResult.Inspected}. */
    public static WorkerRequest inspect(byte[] svg, OptionalDouble widthMm) {
        return new WorkerRequest(svg, widthMm, null, Wishes.NONE);
    }

    /** Reads and digitizes; answered by {@link WorkerResult.Done}. */
    public static WorkerRequest digitize(byte[] svg, OptionalDouble widthMm, DigitizeSettings settings) {
        return new WorkerRequest(svg, widthMm, settings, Wishes.NONE);
    }

    /** The same with what a person wants beyond the plain drawing. */
    public WorkerRequest with(Wishes wanted) {
        return new WorkerRequest(svg, widthMm, digitize, wanted);
    }
}
