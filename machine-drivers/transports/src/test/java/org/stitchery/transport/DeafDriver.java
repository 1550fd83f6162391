package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** Feeds everything, never ends, and does not hear an abort. */
final class DeafDriver extends FeedDriver {

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        MachineConnection plain = super.open(settings, transport, host);
        return new MachineConnection() {
            @Override
            public void listen() throws IOException {
                plain.listen();
            }

            @Override
            public Exchange<ProbeResult> probe() {
                return plain.probe();
            }

            @Override
            public Exchange<Outcome> deliver(DeliveryOrder order) {
                ByteBuffer left = ByteBuffer.wrap(order.content());
                return new Exchange<>() {
                    @Override
                    public @Nullable Outcome turn(long nowNanos) throws IOException {
                        transport.write(left);
                        return null;
                    }

                    @Override
                    public long nextTurnNanos() {
                        return 0;
                    }

                    @Override
                    public Outcome ended(Ending why) {
                        return new Outcome.Unknown(left.position(), why.toString());
                    }
                };
            }

            @Override
            public void pause() {}

            @Override
            public void resume() {}

            @Override
            public void abort() {}
        };
    }
}
