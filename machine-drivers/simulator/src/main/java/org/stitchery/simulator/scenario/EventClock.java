package org.stitchery.simulator.scenario;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.stitchery.simulator.Simulator;

/** Lets the events of a scenario happen at their times, in a thread of its own that ends with the last of them. */
public final class EventClock {

    private EventClock() {}

    /**
     * Time counts from now; events after the machines were switched off do not happen.
     *
     * @return the thread, which does not keep a JVM alive
     */
    public static Thread start(Simulator simulator, List<Scenario.Event> events) {
        long begin = System.nanoTime();
        Thread thread = new Thread(() -> run(simulator, events, begin), "scenario");
        thread.setDaemon(true);
        simulator.ended().whenComplete((nothing, failure) -> LockSupport.unpark(thread));
        thread.start();
        return thread;
    }

    private static void run(Simulator simulator, List<Scenario.Event> events, long begin) {
        for (Scenario.Event event : events) {
            long at = begin + event.after().toNanos();
            for (long wait = at - System.nanoTime(); wait > 0; wait = at - System.nanoTime()) {
                if (simulator.ended().isDone()) {
                    return;
                }
                LockSupport.parkNanos(wait);
            }
            for (int machine = event.from(); machine < event.to(); machine++) {
                event.action().happenTo(simulator, machine);
            }
        }
    }
}
