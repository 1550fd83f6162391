package org.stitchery.driver.kit;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Exchange.Ending;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.kit.DeskAsker.Asking;

/** One driver at a scripted desk, machines that come and ask, and a host that turns it in fake time. */
final class DeskBench {

    private static final long TURN_NANOS = Duration.ofMillis(5).toNanos();

    final FakeClock clock = new FakeClock();
    final List<MachineEvent> events = new ArrayList<>();
    final ScriptedDesk desk;
    final MachineConnection connection;
    private final List<Standing> standing = new ArrayList<>();
    private IntUnaryOperator cuts = question -> -1;
    private int questions;

    /** A machine at the desk and what it has asked last. */
    private static final class Standing {

        private final DeskAsker asker;
        private final List<ScriptedDesk.Visit> visits = new ArrayList<>();
        private ScriptedDesk.@Nullable Visit visit;
        private boolean asks = true;

        Standing(DeskAsker asker) {
            this.asker = asker;
        }
    }

    DeskBench(DeskDriver driver, DriverSettings settings, int turnsPerAnswer) {
        this.desk = new ScriptedDesk(turnsPerAnswer);
        this.connection = driver.open(settings, desk, new Host() {
            @Override
            public void report(MachineEvent event) {
                events.add(event);
            }

            @Override
            public void log(String text) {}
        });
    }

    /** After how many bytes the answer to each question breaks off, by the question's number; negative for never. */
    DeskBench cutting(IntUnaryOperator cutsByQuestion) {
        cuts = cutsByQuestion;
        return this;
    }

    DeskBench with(DeskAsker asker) {
        standing.add(new Standing(asker));
        return this;
    }

    /** That machine asks nothing more; what is on its way to it is lost. */
    void leaves(DeskAsker asker) {
        for (Standing one : standing) {
            if (one.asker == asker) {
                one.asks = false;
            }
        }
    }

    List<DeskAsker> askers() {
        return standing.stream().map(one -> one.asker).toList();
    }

    /** What each machine has asked. */
    List<List<ScriptedDesk.Visit>> visitsByAsker() {
        return standing.stream().map(one -> one.visits).toList();
    }

    Outcome deliver(DeliveryOrder order) {
        return run(connection.deliver(order), Duration.ofSeconds(5));
    }

    <T> T run(Exchange<T> exchange, Duration limit) {
        long end = clock.nanos() + limit.toNanos();
        while (clock.nanos() - end < 0) {
            T result = turn(exchange);
            if (result != null) {
                return result;
            }
        }
        return ended(exchange, Ending.DEADLINE);
    }

    @Nullable
    <T> T turn(Exchange<T> exchange) {
        ask();
        desk.beginTurn();
        try {
            return exchange.turn(clock.nanos());
        } catch (IOException e) {
            throw new AssertionError("a desk that works was said to be broken", e);
        } finally {
            pass();
        }
    }

    /** Nothing is being delivered. */
    void listen(int times) {
        for (int i = 0; i < times; i++) {
            ask();
            try {
                connection.listen();
            } catch (IOException e) {
                throw new AssertionError("a desk that works was said to be broken", e);
            }
            pass();
        }
    }

    void abort() {
        connection.abort();
        desk.cutDesigns();
    }

    <T> T ended(Exchange<T> exchange, Ending why) {
        T result = exchange.ended(why);
        if (result == null) {
            throw new AssertionError("the driver says nothing when ended from outside by " + why);
        }
        desk.cutDesigns();
        return result;
    }

    private void ask() {
        for (Standing one : standing) {
            if (one.asks && one.visit == null) {
                Asking asking = one.asker.next();
                if (asking != null) {
                    ScriptedDesk.Visit visit = desk.ask(asking, cuts.applyAsInt(questions));
                    one.visit = visit;
                    one.visits.add(visit);
                    questions++;
                }
            }
        }
    }

    private void pass() {
        desk.endTurn();
        clock.pass(TURN_NANOS);
        for (Standing one : standing) {
            ScriptedDesk.Visit visit = one.visit;
            if (visit != null && visit.over()) {
                one.visit = null;
                if (one.asks && visit.isWhole() && visit.reply() != null) {
                    one.asker.heard(visit.reply());
                } else {
                    one.asker.lost(visit.received());
                }
            }
        }
    }
}
