package org.stitchery.driver.kit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** The shortest driver that answers every question of the kit. Crooked ones override one step each. */
public class HonestDriver implements LineDriver {

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "honest",
                "Feeds bytes as they are",
                List.of("None"),
                ContractVersion.CURRENT,
                List.of(),
                List.of("raw"),
                new DriverDescription.FileNaming(16, true, "raw"),
                1_000_000);
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                Capabilities.Delivery.STREAM,
                Capabilities.Flow.XON_XOFF,
                0,
                Capabilities.Progress.DELIVERED,
                false,
                Set.of(),
                Control.BY_HOST,
                Control.BY_HOST,
                Control.BY_HOST,
                Control.NO);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return new Connection(transport, host);
    }

    /** Live on one line. */
    static class Connection implements MachineConnection {

        final Transport transport;
        final Host host;
        boolean running;
        boolean held;
        boolean paused;
        boolean aborted;

        Connection(Transport transport, Host host) {
            this.transport = transport;
            this.host = host;
        }

        @Override
        public void listen() throws IOException {
            ByteBuffer heard = ByteBuffer.allocate(64);
            transport.read(heard);
            boolean before = held;
            for (int i = 0; i < heard.position(); i++) {
                held = heard.get(i) == 0x13 || held && heard.get(i) != 0x11;
            }
            boolean now = held || !transport.clearToSend();
            if (now != before) {
                host.report(now ? new MachineEvent.HeldByMachine("wait") : new MachineEvent.Released());
            }
        }

        @Override
        public Exchange<ProbeResult> probe() {
            return new Exchange<>() {
                @Override
                public ProbeResult turn(long nowNanos) {
                    return new ProbeResult(ProbeResult.State.LINE_OPEN, "The line is open.");
                }

                @Override
                public long nextTurnNanos() {
                    return 0;
                }

                @Override
                public ProbeResult ended(Ending why) {
                    return new ProbeResult(ProbeResult.State.SILENT, "Ended.");
                }
            };
        }

        @Override
        public Exchange<Outcome> deliver(DeliveryOrder order) {
            if (running) {
                throw new IllegalStateException("one at a time");
            }
            running = true;
            paused = false;
            aborted = false;
            return new Feeding(this, order);
        }

        /** One turn of feeding. */
        @Nullable
        Outcome feed(ByteBuffer left) throws IOException {
            if (!held && !paused) {
                transport.write(left);
            }
            return left.hasRemaining() || transport.unsent() > 0
                    ? null
                    : new Outcome.Delivered(Evidence.ON_THE_WIRE, "All has left.");
        }

        /** What is known at an end from outside. */
        Outcome known(ByteBuffer left) {
            return left.position() == 0
                    ? new Outcome.NotStarted("no byte was handed to the transport", "Nothing left.")
                    : new Outcome.Unknown(left.position(), "Some of it left.");
        }

        @Override
        public void pause() {
            if (running && !paused) {
                paused = true;
                host.report(new MachineEvent.Paused());
            }
        }

        @Override
        public void resume() {
            if (running && paused) {
                paused = false;
                host.report(new MachineEvent.Resumed());
            }
        }

        @Override
        public void abort() {
            aborted = running;
        }
    }

    /** One delivery. */
    private static final class Feeding implements Exchange<Outcome> {

        private final Connection connection;
        private final DeliveryOrder order;
        private final ByteBuffer left;

        Feeding(Connection connection, DeliveryOrder order) {
            this.connection = connection;
            this.order = order;
            this.left = ByteBuffer.wrap(order.content());
        }

        @Override
        public @Nullable Outcome turn(long nowNanos) throws IOException {
            connection.listen();
            Outcome outcome = null;
            if (!order.format().equals("raw")) {
                outcome = new Outcome.Rejected("Only raw.");
            } else if (connection.aborted) {
                outcome = connection.known(left);
            } else {
                outcome = connection.feed(left);
            }
            connection.running = outcome == null;
            return outcome;
        }

        @Override
        public long nextTurnNanos() {
            return 0;
        }

        @Override
        public Outcome ended(Ending why) {
            connection.running = false;
            return connection.known(left);
        }
    }
}
