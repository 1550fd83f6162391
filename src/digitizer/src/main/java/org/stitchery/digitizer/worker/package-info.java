/**
 * Strangers' files are read and digitized in child processes, so that the worst of them costs one child and not the
 * service. {@link org.stitchery.digitizer.worker.WorkerPool} is the way in.
 */
@NullMarked
package org.stitchery.digitizer.worker;

import org.jspecify.annotations.NullMarked;
