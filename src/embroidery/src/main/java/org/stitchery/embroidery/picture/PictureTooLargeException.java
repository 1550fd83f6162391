package org.stitchery.embroidery.picture;

/** The picture would have more pixels than allowed; says how many, and at which scale it would fit. */
public final class PictureTooLargeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final double fittingPxPerMm;

    PictureTooLargeException(long width, long height, PictureSettings settings, double fittingPxPerMm) {
        super("A picture of " + width + " x " + height + " pixels is too large, up to " + settings.mostPixels()
                + " pixels and " + PictureSettings.LONGEST_SIDE + " on a side are allowed; "
                + (fittingPxPerMm >= PictureSettings.COARSEST
                        ? "it fits at " + fittingPxPerMm + " pixels per millimetre instead of " + settings.pxPerMm()
                        : "the design is too large for a picture at any scale"));
        this.fittingPxPerMm = fittingPxPerMm;
    }

    /** The finest scale that fits, in tenths; below {@link PictureSettings#COARSEST} when none does. */
    public double fittingPxPerMm() {
        return fittingPxPerMm;
    }
}
