package org.stitchery.service.machine;

import java.util.List;
import java.util.Set;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Setting;
import org.stitchery.driver.api.Transport;

/** A driver with a setting of every kind, one of them secret, for machines that leave everything to their operator. */
public final class ToyDriver implements LineDriver {

    static final String ID = "toy";

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                ID,
                "Toy <machine>",
                List.of("Toys of all makers"),
                ContractVersion.CURRENT,
                List.of(
                        Setting.integer("pause", "Pause", "ms", 20, 0, 900, "Rest between lines."),
                        Setting.flag("polite", "Polite", true, "Says hello first."),
                        Setting.choice("ending", "Ending of a line", List.of("LF", "CRLF"), "What a line ends in."),
                        Setting.text("nickname", "Nickname", "", "How it likes to be called."),
                        new Setting(
                                "pin",
                                "PIN",
                                Setting.Kind.TEXT,
                                "",
                                "",
                                "What its panel asks for.",
                                List.of(),
                                0,
                                0,
                                true)),
                List.of("dst"),
                new DriverDescription.FileNaming(8, true, "dst"),
                1_000_000);
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                Capabilities.Delivery.STREAM,
                Capabilities.Flow.LINE_ACK,
                0,
                Capabilities.Progress.LINE,
                false,
                Set.of(Capabilities.Telemetry.THREAD_BREAK),
                Control.BY_OPERATOR,
                Control.BY_OPERATOR,
                Control.BY_OPERATOR,
                Control.NO);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return new MachineConnection() {
            @Override
            public void listen() {}

            @Override
            public Exchange<ProbeResult> probe() {
                throw new UnsupportedOperationException("A toy is not asked");
            }

            @Override
            public Exchange<Outcome> deliver(DeliveryOrder order) {
                throw new UnsupportedOperationException("A toy sews nothing");
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
