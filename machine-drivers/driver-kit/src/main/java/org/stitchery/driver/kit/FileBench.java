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
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** One driver at one scripted place, and a host that turns it in fake time. */
final class FileBench {

    private static final long TURN_NANOS = Duration.ofMillis(5).toNanos();

    final FakeClock clock = new FakeClock();
    final List<MachineEvent> events = new ArrayList<>();
    final ScriptedPlace place;
    final MachineConnection connection;

    FileBench(FileDriver driver, DriverSettings settings, ScriptedPlace place) {
        this.place = place;
        this.connection = driver.open(settings, place, new Host() {
            @Override
            public void report(MachineEvent event) {
                events.add(event);
            }

            @Override
            public void log(String text) {}
        });
    }

    Outcome deliver(DeliveryOrder order) {
        return run(connection.deliver(order), Duration.ofSeconds(5));
    }

    <T> T run(Exchange<T> exchange, Duration limit) {
        long end = clock.nanos() + limit.toNanos();
        while (clock.nanos() - end < 0) {
            try {
                T result = turn(exchange);
                if (result != null) {
                    return result;
                }
            } catch (IOException e) {
                return ended(exchange, Ending.LINK_LOST);
            }
        }
        return ended(exchange, Ending.DEADLINE);
    }

    @Nullable
    <T> T turn(Exchange<T> exchange) throws IOException {
        place.beginTurn();
        try {
            return exchange.turn(clock.nanos());
        } finally {
            place.endTurn();
            clock.pass(TURN_NANOS);
        }
    }

    <T> T ended(Exchange<T> exchange, Ending why) {
        T result = exchange.ended(why);
        if (result == null) {
            throw new AssertionError("the driver says nothing when ended from outside by " + why);
        }
        return result;
    }
}
