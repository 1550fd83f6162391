package org.stitchery.plugin.host;

import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.MachineDriver;

/** Over what a driver reaches its machines. Goes by name. */
public enum LinkKind {
    LINE,
    FILES,
    DESK;

    static LinkKind of(MachineDriver driver) {
        return driver instanceof FileDriver ? FILES : driver instanceof DeskDriver ? DESK : LINE;
    }

    HostedLink open(String name, ParentWire wire) {
        return switch (this) {
            case LINE -> new HostedTransport(name, wire);
            case FILES -> new HostedPlace(name, wire);
            case DESK -> new HostedDesk(name, wire);
        };
    }
}
