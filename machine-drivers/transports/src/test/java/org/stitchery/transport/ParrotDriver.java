package org.stitchery.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.api.RequestDesk.Question;
import org.stitchery.driver.api.RequestDesk.Reply;

/**
 * Says back what it hears; while it delivers, {@code /design} gets the design and that ends it. {@code /deaf} is never
 * answered, {@code /early} asks for the design whether it is time or not.
 */
final class ParrotDriver implements DeskDriver {

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "parrot",
            "Parrot",
            List.of("none"),
            ContractVersion.CURRENT,
            List.of(),
            List.of("dst"),
            new DriverDescription.FileNaming(16, true, "dst"),
            10_000_000);

    static DriverSettings noSettings() {
        return DriverSettings.of(List.of(), Map.of());
    }

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                Capabilities.Delivery.PULL_FILE,
                Capabilities.Flow.NONE,
                0,
                Capabilities.Progress.DELIVERED,
                false,
                Set.of(),
                Control.NO,
                Control.NO,
                Control.BY_HOST,
                Control.NO);
    }

    @Override
    public MachineConnection open(DriverSettings settings, RequestDesk desk, Host host) {
        return new MachineConnection() {
            @Override
            public void listen() {
                hear(null);
            }

            private @Nullable Errand<Long> hear(byte @Nullable [] design) {
                for (Question asked = desk.next(); asked != null; asked = desk.next()) {
                    if (asked.path().equals("/design") && design != null) {
                        return asked.answer(new Reply(200, "application/octet-stream", Map.of(), design));
                    } else if (asked.path().equals("/early")) {
                        asked.answer(new Reply(200, "application/octet-stream", Map.of(), new byte[5000]));
                    } else if (!asked.path().equals("/deaf")) {
                        String said = asked.method() + " " + asked.path() + " " + new TreeMap<>(asked.parameters())
                                + " " + asked.body().length;
                        asked.answer(new Reply(
                                200, "text/plain", Map.of("X-Parrot", "yes"), said.getBytes(StandardCharsets.UTF_8)));
                    }
                }
                return null;
            }

            @Override
            public Exchange<ProbeResult> probe() {
                throw new UnsupportedOperationException("a parrot is not asked");
            }

            @Override
            public Exchange<Outcome> deliver(DeliveryOrder order) {
                return new Exchange<>() {
                    private @Nullable Errand<Long> leaving;

                    @Override
                    public @Nullable Outcome turn(long nowNanos) throws IOException {
                        if (leaving == null) {
                            leaving = hear(order.content());
                        }
                        if (leaving == null || !leaving.over()) {
                            return null;
                        }
                        return new Outcome.Unknown(leaving.result(), "the parrot has spoken");
                    }

                    @Override
                    public long nextTurnNanos() {
                        return 0;
                    }

                    @Override
                    public Outcome ended(Ending why) {
                        return new Outcome.Unknown(0, why.toString());
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
