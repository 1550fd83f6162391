package org.stitchery.digitizer.worker;

import java.time.Duration;

/**
 * How workers are run.
 *
 * @param classPath of the child, as for {@code java -cp}: this module and what it needs
 * @param workers how many children at once, at least 1
 * @param heapMb each child's {@code -Xmx}
 * @param queue how many requests may wait for a child before more are turned away
 * @param intakeDeadline wall time for reading one drawing; the child is killed when it passes
 * @param digitizeDeadline wall time for reading and digitizing one drawing; the child is killed when it passes
 * @param filesPerWorker a child is replaced after this many files
 */
public record WorkerSettings(
        String classPath,
        int workers,
        int heapMb,
        int queue,
        Duration intakeDeadline,
        Duration digitizeDeadline,
        int filesPerWorker) {

    public WorkerSettings {
        if (workers < 1 || heapMb < 8 || queue < 0 || filesPerWorker < 1) {
            throw new IllegalArgumentException("Worker settings need at least 1 worker, 8 MB, queue 0 and 1 file, got "
                    + workers + ", " + heapMb + ", " + queue + ", " + filesPerWorker);
        }
    }

    /** Two workers of 256 MB, 15 s to read, 60 s to digitize, replaced after 500 files, 64 waiting. */
    public static WorkerSettings standard(String classPath) {
        return new WorkerSettings(classPath, 2, 256, 64, Duration.ofSeconds(15), Duration.ofSeconds(60), 500);
    }
}
