package org.stitchery.driver.kit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Exchange.Ending;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** One driver on one scripted line, and a host that turns it in fake time. */
final class Bench {

    /** How often a host comes by at most and at least. */
    private static final long LEAST_NANOS = Duration.ofMillis(1).toNanos();

    private static final long MOST_NANOS = Duration.ofMillis(50).toNanos();

    final FakeClock clock = new FakeClock();
    final List<MachineEvent> events = new ArrayList<>();
    final ScriptedLine line;
    final MachineConnection connection;
    private int eventsExpectedFrom;

    Bench(LineDriver driver, DriverSettings settings, Weather weather, Transcript transcript) {
        this.line = new ScriptedLine(clock, weather, transcript);
        this.connection = driver.open(settings, line, new Host() {
            @Override
            public void report(MachineEvent event) {
                events.add(event);
            }

            @Override
            public void log(String text) {}
        });
    }

    /** Runs a delivery; the limit is the host's patience in fake time. */
    Outcome deliver(DeliveryOrder order, Duration limit) {
        return run(connection.deliver(order), limit);
    }

    <T> T run(Exchange<T> exchange, Duration limit) {
        long end = clock.nanos() + limit.toNanos();
        while (clock.nanos() - end < 0) {
            T result;
            try {
                result = turn(exchange);
            } catch (IOException e) {
                return ended(exchange, Ending.LINK_LOST);
            }
            if (result != null) {
                afterTurn();
                return result;
            }
            afterTurn();
            if (line.hungUp()) {
                return ended(exchange, Ending.LINK_LOST);
            }
            rest(exchange);
        }
        return ended(exchange, Ending.DEADLINE);
    }

    /** One turn, timed. */
    @Nullable
    <T> T turn(Exchange<T> exchange) throws IOException {
        line.beginTurn();
        T result = exchange.turn(clock.nanos());
        line.endTurn();
        return result;
    }

    void afterTurn() {
        for (String name : line.script().takeExpectedReports()) {
            boolean found = false;
            while (eventsExpectedFrom < events.size() && !found) {
                found = events.get(eventsExpectedFrom++)
                        .getClass()
                        .getSimpleName()
                        .equals(name);
            }
            if (!found) {
                throw new AssertionError(
                        line.script().place() + ": expected a report of " + name + " before, reported were " + events);
            }
        }
        Step.Command command = line.script().takeCommand();
        if (command != null) {
            switch (command) {
                case PAUSE -> connection.pause();
                case RESUME -> connection.resume();
                case ABORT -> connection.abort();
            }
        }
    }

    void forgetEvents() {
        events.clear();
        eventsExpectedFrom = 0;
    }

    void rest(Exchange<?> exchange) {
        long soonest = clock.nanos() + LEAST_NANOS;
        long wanted = exchange.nextTurnNanos();
        long latest = clock.nanos() + MOST_NANOS;
        if (line.hasForHost() || wanted - soonest < 0) {
            clock.passUntil(soonest);
        } else {
            clock.passUntil(wanted - latest < 0 ? wanted : latest);
        }
    }

    <T> T ended(Exchange<T> exchange, Ending why) {
        line.takeBack();
        T result = exchange.ended(why);
        if (result == null) {
            throw new AssertionError("the driver says nothing when ended from outside by " + why);
        }
        return result;
    }
}
