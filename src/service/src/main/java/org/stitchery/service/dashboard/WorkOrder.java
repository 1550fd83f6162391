package org.stitchery.service.dashboard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.production.NeedlePlan;
import org.stitchery.service.production.RunView;

/**
 * The sheet for the floor.
 *
 * @param run the garment it is for
 * @param design what is sewn
 * @param needles which needle sews which colour
 * @param backing what is hooped behind the fabric, empty when the recipe is no longer known
 * @param topping what lies over it, empty for nothing
 * @param barcode what the machine's reader is shown, the latest attempt's label, or the run's short name before the first
 * @param toBeScanned true when the machine fetches the design by this barcode
 */
public record WorkOrder(
        RunView run,
        DesignRecord design,
        NeedlePlan needles,
        String backing,
        String topping,
        Code39 barcode,
        boolean toBeScanned) {

    /** A machine that was shown the run's short name would look for a file that never was. */
    public boolean scannedLater() {
        return toBeScanned && run.attemptLabel() == null;
    }

    public double widthMm() {
        return design.pattern().extents().widthMm();
    }

    public double heightMm() {
        return design.pattern().extents().heightMm();
    }

    /** @param scanned what the machine's reader is shown for the latest attempt, empty when it fetches nothing so */
    static Code39 barcodeOf(RunView run, Optional<String> scanned) {
        @Nullable String label = run.attemptLabel();
        return new Code39(label == null ? FloorWords.suggestedTag(run) : scanned.orElse(label));
    }
}
