package org.stitchery.proving.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;

/**
 * What one needle did: a needle that waits for bytes leaves a gap between two stitches.
 *
 * @param stitches how many it sewed
 * @param underRuns how often it had to wait
 * @param overruns bytes it was sent and could not take
 * @param exact true when it sewed the design and nothing else
 */
record NeedleWatch(long stitches, long underRuns, long overruns, boolean exact) {

    /** Ledgers count in milliseconds. */
    private static final long GRAIN_MILLIS = 2;

    /** @param millisPerStitch what a stitch takes when the needle does not wait */
    static NeedleWatch of(Path file, StitchPattern design, double millisPerStitch) throws IOException {
        Ledger ledger = Ledger.read(file);
        List<LedgerEvent> needles = ledger.events(Kind.NEEDLE);
        long waits = 0;
        for (int i = 1; i < needles.size(); i++) {
            long gap = needles.get(i).millis() - needles.get(i - 1).millis();
            waits += gap > millisPerStitch + GRAIN_MILLIS ? 1 : 0;
        }
        long overruns =
                ledger.events(Kind.OVERRUN).stream().mapToLong(e -> e.number(0)).sum();
        boolean exact = ledger.sewings().size() == 1
                && ledger.sewings().get(0).differencesFrom(design).isEmpty();
        return new NeedleWatch(needles.size(), waits, overruns, exact);
    }
}
