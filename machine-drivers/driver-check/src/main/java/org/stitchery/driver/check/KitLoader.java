package org.stitchery.driver.check;

import java.util.Set;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.kit.DeskAskers;

/** The world as a machine sees it that a driver's author plays: the JDK, the driver contract and the kit. */
final class KitLoader extends ClassLoader {

    private static final Set<String> PACKAGES =
            Set.of(MachineDriver.class.getPackageName(), DeskAskers.class.getPackageName());

    KitLoader() {
        super("stitchery-kit", ClassLoader.getPlatformClassLoader());
    }

    /** Asked only for what the platform does not have. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || !PACKAGES.contains(name.substring(0, dot))) {
            throw new ClassNotFoundException(
                    name + "; who plays a machine sees the JDK, the contract and the kit only");
        }
        return Class.forName(name, false, DeskAskers.class.getClassLoader());
    }
}
