package org.stitchery.transport;

import java.nio.file.Path;
import java.time.Duration;

/** Opens lines to machines. Blocks for as long as opening takes; not for the loop thread. */
public final class Transports {

    /** How long a machine may take to accept a connection. Taste: longer than any switch needs to wake a port. */
    public static final Duration CONNECT_DEADLINE = Duration.ofSeconds(5);

    private Transports() {}

    /** Opens with fences kept beside the device locks. For tools that own no data folder. */
    public static OpenTransport open(LineUri uri) throws TransportException {
        return open(uri, deviceLocks(), CONNECT_DEADLINE);
    }

    /** Opens within {@link #CONNECT_DEADLINE}. */
    public static OpenTransport open(LineUri uri, Path fences) throws TransportException {
        return open(uri, fences, CONNECT_DEADLINE);
    }

    /**
     * Takes the lock, opens the line and sets it. On failure nothing stays open or locked.
     *
     * @param fences folder that remembers the highest fence of each address; belongs with the data of who issues fences
     * @param deadline longest time for a connection to come about
     * @throws TransportException saying what, where and the way out
     */
    public static OpenTransport open(LineUri uri, Path fences, Duration deadline) throws TransportException {
        PortRight right = PortRight.take(uri, deviceLocks(), fences);
        try {
            RawTransport line = openLine(uri, deadline);
            PacedTransport paced = new PacedTransport(line, uri.bytesPerSecond(), System::nanoTime);
            return new LockedTransport(paced, uri.bytesPerSecond(), right);
        } catch (TransportException | RuntimeException e) {
            right.close();
            throw e;
        }
    }

    private static RawTransport openLine(LineUri uri, Duration deadline) throws TransportException {
        if (uri instanceof SerialUri serial) {
            return SerialOpener.open(serial);
        }
        if (uri instanceof TcpUri tcp) {
            return TcpTransport.connect(tcp, deadline);
        }
        if (uri instanceof Rfc2217Uri remote) {
            return Rfc2217Transport.connect(remote, deadline);
        }
        return PipeTransport.start((PipeUri) uri, deadline);
    }

    /**
     * The folder in which all Stitchery programs on this computer keep their device locks: {@code stitchery-locks} in the
     * folder for temporary files, or what the system property {@code stitchery.device-locks} names.
     */
    public static Path deviceLocks() {
        String named = System.getProperty("stitchery.device-locks");
        return named == null ? Path.of(System.getProperty("java.io.tmpdir"), "stitchery-locks") : Path.of(named);
    }
}
