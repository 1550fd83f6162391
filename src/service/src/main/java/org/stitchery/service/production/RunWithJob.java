package org.stitchery.service.production;

import org.jspecify.annotations.Nullable;

/** A run with what is worth knowing about it. */
record RunWithJob(RunEntity run, JobEntity job, @Nullable AttemptEntity attempt) {}
