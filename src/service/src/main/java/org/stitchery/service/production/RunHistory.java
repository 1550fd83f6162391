package org.stitchery.service.production;

import java.util.List;
import org.stitchery.service.platform.LedgerRow;

/**
 * What happened to a run.
 *
 * @param run as it is now
 * @param rows its ledger, oldest first
 * @param attempts its tries, oldest first
 */
public record RunHistory(RunView run, List<LedgerRow> rows, List<AttemptView> attempts) {

    public RunHistory {
        rows = List.copyOf(rows);
        attempts = List.copyOf(attempts);
    }
}
