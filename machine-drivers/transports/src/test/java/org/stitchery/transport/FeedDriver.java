package org.stitchery.transport;

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

/** The plainest driver: feeds bytes, heeds XON and XOFF. A test may make each turn misbehave. */
class FeedDriver implements LineDriver {

    /** Called at the beginning of every turn of an exchange. */
    interface Mischief {
        void turn() throws IOException;
    }

    private final Mischief mischief;

    FeedDriver(Mischief mischief) {
        this.mischief = mischief;
    }

    FeedDriver() {
        this(() -> {});
    }

    static DriverSettings noSettings() {
        return DriverSettings.of(List.of(), java.util.Map.of());
    }

    static DeliveryOrder order(int bytes) {
        byte[] content = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            content[i] = (byte) (i * 31 + i / 256);
        }
        return new DeliveryOrder("TEST", "raw", content, 1);
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "feed",
                "Feeds bytes",
                List.of("none"),
                ContractVersion.CURRENT,
                List.of(),
                List.of("raw"),
                new DriverDescription.FileNaming(16, true, ""),
                1 << 24);
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

    private final class Connection implements MachineConnection {

        private final Transport transport;
        private final Host host;
        private boolean held;
        private boolean paused;
        private boolean aborted;

        Connection(Transport transport, Host host) {
            this.transport = transport;
            this.host = host;
        }

        @Override
        public void listen() throws IOException {
            ByteBuffer heard = ByteBuffer.allocate(64);
            transport.read(heard);
            for (int i = 0; i < heard.position(); i++) {
                switch (heard.get(i)) {
                    case 0x13 -> {
                        held = true;
                        host.report(new MachineEvent.HeldByMachine("XOFF"));
                    }
                    case 0x11 -> {
                        held = false;
                        host.report(new MachineEvent.Released());
                    }
                    default -> host.report(new MachineEvent.Strange(String.format("%02X", heard.get(i))));
                }
            }
        }

        @Override
        public Exchange<ProbeResult> probe() {
            return new Exchange<>() {
                @Override
                public @Nullable ProbeResult turn(long nowNanos) throws IOException {
                    mischief.turn();
                    listen();
                    return null;
                }

                @Override
                public long nextTurnNanos() {
                    return 0;
                }

                @Override
                public ProbeResult ended(Ending why) {
                    return new ProbeResult(ProbeResult.State.SILENT, "nothing came, " + why);
                }
            };
        }

        @Override
        public Exchange<Outcome> deliver(DeliveryOrder order) {
            ByteBuffer left = ByteBuffer.wrap(order.content());
            paused = false;
            aborted = false;
            return new Exchange<>() {
                @Override
                public @Nullable Outcome turn(long nowNanos) throws IOException {
                    mischief.turn();
                    listen();
                    if (aborted) {
                        transport.discardUnsent();
                        return new Outcome.Unknown(left.position(), "aborted");
                    }
                    if (!held && !paused) {
                        transport.write(left);
                    }
                    return left.hasRemaining() || transport.unsent() > 0
                            ? null
                            : new Outcome.Delivered(Evidence.ON_THE_WIRE, "all left");
                }

                @Override
                public long nextTurnNanos() {
                    return 0;
                }

                @Override
                public Outcome ended(Ending why) {
                    return left.position() == 0
                            ? new Outcome.NotStarted("no byte", why.toString())
                            : new Outcome.Unknown(left.position(), why.toString());
                }
            };
        }

        @Override
        public void pause() {
            paused = true;
            host.report(new MachineEvent.Paused());
        }

        @Override
        public void resume() {
            paused = false;
            host.report(new MachineEvent.Resumed());
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
