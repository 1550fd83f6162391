package org.stitchery.plugin.host;

import org.stitchery.driver.api.MachineDriver;

/**
 * The world as a plug-in sees it: the platform classes of the JDK and the driver contract. No library of ours, no class of
 * the service, no resource of either.
 */
final class ContractOnlyLoader extends ClassLoader {

    static final String CONTRACT = MachineDriver.class.getPackageName() + ".";

    private static final ClassLoader CONTRACT_LOADER = MachineDriver.class.getClassLoader();

    ContractOnlyLoader() {
        super("stitchery-contract", ClassLoader.getPlatformClassLoader());
    }

    /** Asked only for what the platform does not have. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        boolean contract = name.startsWith(CONTRACT) && name.indexOf('.', CONTRACT.length()) < 0;
        if (!contract) {
            throw new ClassNotFoundException(name + "; a plug-in sees the JDK and " + CONTRACT + "* only");
        }
        return Class.forName(name, false, CONTRACT_LOADER);
    }
}
