package org.stitchery.plugin.process;

import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.folder.FolderDriver;

/** The folder driver, spoken to through the protocol of processes. */
public final class FolderApart implements FileDriver {

    private static final FileDriver APART = (FileDriver) ChildInThread.apart(new FolderDriver());

    @Override
    public DriverDescription description() {
        return APART.description();
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return APART.capabilities(settings);
    }

    @Override
    public MachineConnection open(DriverSettings settings, FilePlace place, Host host) {
        return ChildInThread.opened(APART.open(settings, place, host));
    }
}
