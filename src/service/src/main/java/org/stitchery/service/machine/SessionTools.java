package org.stitchery.service.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.stitchery.transport.DeskHall;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Secrets;

/**
 * What every session shares.
 *
 * @param loop serves the open lines
 * @param fences folder in which ports remember their fences
 * @param secrets where passwords of places and tokens of desks are found
 * @param desks where the web server finds the desks of machines that come and ask
 * @param places where machines may be
 * @param board where statuses are shown
 * @param workers for everything that may block
 * @param takenOver tells the news of a take-over; throws when somebody could not act on it
 * @param stall longest time without a byte accepted
 * @param retryFirst first pause after a line could not be opened
 * @param retryLongest longest pause
 */
record SessionTools(
        PacingLoop loop,
        Path fences,
        Secrets secrets,
        DeskHall desks,
        MachinePlaces places,
        StatusBoard board,
        ScheduledExecutorService workers,
        Consumer<MachineTakenOver> takenOver,
        Duration stall,
        Duration retryFirst,
        Duration retryLongest) {}
