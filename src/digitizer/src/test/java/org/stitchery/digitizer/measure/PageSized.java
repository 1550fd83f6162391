package org.stitchery.digitizer.measure;

import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.svg.IntakeException;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.RefusalCode;
import org.stitchery.digitizer.svg.SvgIntake;

/** Reads drawings so that the longer side of their page, margins included, is as long as wanted; 0 for as drawn. */
final class PageSized {

    private PageSized() {}

    /** @throws IntakeException when the drawing is refused */
    static Artwork read(byte[] svg, double pageMm) {
        if (pageMm == 0) {
            return SvgIntake.read(svg, IntakeSettings.asDrawn());
        }
        double widthMm = pageMm;
        try {
            Artwork drawn = SvgIntake.read(svg, IntakeSettings.asDrawn());
            double page = Math.max(drawn.widthMm(), drawn.heightMm());
            double width = SvgIntake.drawnWidthMm(drawn);
            if (page > 0 && width > 0) {
                widthMm = width * pageMm / page;
            }
        } catch (IntakeException e) {
            if (e.code() != RefusalCode.E_DESIGN_TOO_LARGE) {
                throw e;
            }
        }
        return SvgIntake.read(svg, IntakeSettings.toWidth(widthMm));
    }
}
