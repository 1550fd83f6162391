package org.stitchery.transport;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Both locks a line needs. The device lock goes by what the name leads to, so that two names of one port exclude each
 * other; it is kept where every program on this computer looks. The fence goes by the name as written, since a device
 * number may belong to another machine tomorrow; it is kept where its owner wants it.
 */
final class PortRight implements AutoCloseable {

    private final PortLock device;
    private final PortLock fence;

    private PortRight(PortLock device, PortLock fence) {
        this.device = device;
        this.fence = fence;
    }

    static PortRight take(MachineUri uri, Path deviceLocks, Path fences) throws TransportException {
        PortLock device = PortLock.take(deviceLocks, "device " + target(uri));
        try {
            return new PortRight(device, PortLock.take(fences, uri.place()));
        } catch (TransportException e) {
            device.close();
            throw e;
        }
    }

    /** What the name leads to: behind links for a serial port or a folder, otherwise the address itself. */
    private static String target(MachineUri uri) {
        if (uri instanceof SerialUri serial) {
            return real(serial.device());
        }
        if (uri instanceof PlaceUri place && place.kind() == PlaceUri.Kind.FOLDER) {
            return real(place.path());
        }
        if (uri instanceof NetworkLine line) {
            // Bare or with RFC 2217 on top, it is one port of one port server.
            return "tcp://" + new HostPort(line.host(), line.port());
        }
        return uri.place();
    }

    private static String real(String path) {
        try {
            return Path.of(path).toRealPath().toString();
        } catch (IOException e) {
            // Not there, or not to be seen: opening it will say so, with the right words.
            return path;
        }
    }

    PortLock fence() {
        return fence;
    }

    @Override
    public void close() {
        fence.close();
        device.close();
    }
}
