package org.stitchery.service.production;

import java.util.List;
import java.util.UUID;

/**
 * One order line's work.
 *
 * @param jobId the job
 * @param orderId whose order
 * @param orderLineId which line
 * @param title what is sewn
 * @param customerName for whom
 * @param designSha256 the approved design
 * @param quantity garments to be sewn
 * @param runs its runs by number, replacements included
 */
public record JobView(
        UUID jobId,
        UUID orderId,
        UUID orderLineId,
        String title,
        String customerName,
        String designSha256,
        int quantity,
        List<RunView> runs) {

    public JobView {
        runs = List.copyOf(runs);
    }

    /** Garments sewn. */
    public int done() {
        return (int) runs.stream().filter(run -> run.state() == RunState.DONE).count();
    }
}
