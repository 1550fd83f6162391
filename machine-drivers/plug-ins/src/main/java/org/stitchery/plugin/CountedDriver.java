package org.stitchery.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.api.Transport;

/** A driver that runs in our own process, with a count of its open connections: its loader is closed at zero only. */
final class CountedDriver {

    private final MachineDriver driver;
    private final AtomicInteger open = new AtomicInteger();

    CountedDriver(MachineDriver driver) {
        this.driver = driver;
    }

    int open() {
        return open.get();
    }

    MachineDriver driver() {
        if (driver instanceof LineDriver line) {
            return new CountedLine(line);
        }
        return driver instanceof FileDriver files ? new CountedFiles(files) : new CountedDesk((DeskDriver) driver);
    }

    private MachineConnection counted(MachineConnection connection) {
        open.incrementAndGet();
        return new Counted(connection);
    }

    /** What the three kinds share. */
    abstract class Kind {

        public final DriverDescription description() {
            return driver.description();
        }

        public final Capabilities capabilities(DriverSettings settings) {
            return driver.capabilities(settings);
        }

        public final Optional<String> scanned(DriverSettings settings, String label) {
            return driver.scanned(settings, label);
        }

        public final List<String> formats(DriverSettings settings) {
            return driver.formats(settings);
        }
    }

    private final class CountedLine extends Kind implements LineDriver {
        private final LineDriver line;

        CountedLine(LineDriver line) {
            this.line = line;
        }

        @Override
        public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
            return counted(line.open(settings, transport, host));
        }
    }

    private final class CountedFiles extends Kind implements FileDriver {
        private final FileDriver files;

        CountedFiles(FileDriver files) {
            this.files = files;
        }

        @Override
        public MachineConnection open(DriverSettings settings, FilePlace place, Host host) {
            return counted(files.open(settings, place, host));
        }
    }

    private final class CountedDesk extends Kind implements DeskDriver {
        private final DeskDriver desk;

        CountedDesk(DeskDriver desk) {
            this.desk = desk;
        }

        @Override
        public MachineConnection open(DriverSettings settings, RequestDesk at, Host host) {
            return counted(desk.open(settings, at, host));
        }
    }

    /** Hands everything on. */
    private final class Counted implements MachineConnection {

        private final MachineConnection connection;
        private final AtomicBoolean counted = new AtomicBoolean(true);

        Counted(MachineConnection connection) {
            this.connection = connection;
        }

        @Override
        public void listen() throws IOException {
            connection.listen();
        }

        @Override
        public Exchange<ProbeResult> probe() {
            return connection.probe();
        }

        @Override
        public Exchange<Outcome> deliver(DeliveryOrder order) {
            return connection.deliver(order);
        }

        @Override
        public void pause() {
            connection.pause();
        }

        @Override
        public void resume() {
            connection.resume();
        }

        @Override
        public void abort() {
            connection.abort();
        }

        @Override
        public void closed() {
            if (counted.compareAndSet(true, false)) {
                open.decrementAndGet();
                connection.closed();
            }
        }
    }
}
