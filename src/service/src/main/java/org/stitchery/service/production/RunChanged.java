package org.stitchery.service.production;

/** News: a run's state or progress is another. Fired asynchronously after the commit; progress at most twice a second per machine. */
public record RunChanged(RunView run) {}
