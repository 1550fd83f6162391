package org.stitchery.plugin.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Transport;
import org.stitchery.plugin.JarWorkshop;
import org.stitchery.plugin.host.DriverJar;
import org.stitchery.plugin.host.UnfitDriverException;

/** The template's driver, spoken to through the protocol of processes. */
public final class TapeFeedApart implements LineDriver {

    private static final LineDriver APART = apart();

    private static LineDriver apart() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "apart"));
            DriverJar jar = DriverJar.open(JarWorkshop.template(folder).into(folder.resolve("feed.jar")));
            return (LineDriver) ChildInThread.apart(jar.driver());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnfitDriverException e) {
            throw new AssertionError(e);
        }
    }

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
