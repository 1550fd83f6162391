package org.stitchery.plugin.process;

import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Transport;
import org.stitchery.driver.tapereader.TapeReaderDriver;

/** The tape reader, spoken to through the protocol of processes. */
public final class TapeReaderApart implements LineDriver {

    private static final LineDriver APART = (LineDriver) ChildInThread.apart(new TapeReaderDriver());

    @Override
    public DriverDescription description() {
        return APART.description();
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return APART.capabilities(settings);
    }

    @Override
    public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
        return ChildInThread.opened(APART.open(settings, transport, host));
    }
}
