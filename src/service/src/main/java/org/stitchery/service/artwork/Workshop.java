package org.stitchery.service.artwork;

import java.util.concurrent.CompletableFuture;
import org.stitchery.digitizer.worker.WorkerRequest;
import org.stitchery.digitizer.worker.WorkerResult;

/** Where strangers' drawings are read and digitized: outside of this process. */
interface Workshop {

    /** Hands in a drawing. The future always completes with a result, within the workshop's own deadlines. */
    CompletableFuture<WorkerResult> submit(WorkerRequest request);

    /** How many requests it works on at a time. */
    int places();
}
