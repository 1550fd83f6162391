package org.stitchery.service.artwork;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stitchery.digitizer.worker.WorkerClassPath;
import org.stitchery.digitizer.worker.WorkerPool;
import org.stitchery.digitizer.worker.WorkerRequest;
import org.stitchery.digitizer.worker.WorkerResult;
import org.stitchery.digitizer.worker.WorkerSettings;

/**
 * The workshop in child processes, started with the service and ended with it. Reading has a child of its own, so that
 * nobody who uploads a drawing waits behind somebody's large design.
 */
@Startup
@ApplicationScoped
class WorkerWorkshop implements Workshop {

    private final int digitizers;
    private final WorkerPool digitizing;
    private final WorkerPool reading;

    WorkerWorkshop(@ConfigProperty(name = "stitchery.digitizer.workers", defaultValue = "2") int digitizers) {
        WorkerSettings standard = WorkerSettings.standard(WorkerClassPath.ofThisProcess());
        this.digitizers = digitizers;
        this.digitizing = new WorkerPool(with(standard, digitizers));
        this.reading = new WorkerPool(with(standard, 1));
    }

    @Override
    public CompletableFuture<WorkerResult> submit(WorkerRequest request) {
        return (request.digitize() == null ? reading : digitizing).submit(request);
    }

    @Override
    public int places() {
        return digitizers;
    }

    @PreDestroy
    void close() {
        reading.close();
        digitizing.close();
    }

    private static WorkerSettings with(WorkerSettings standard, int workers) {
        return new WorkerSettings(
                standard.classPath(),
                workers,
                standard.heapMb(),
                standard.queue(),
                standard.intakeDeadline(),
                standard.digitizeDeadline(),
                standard.filesPerWorker());
    }
}
