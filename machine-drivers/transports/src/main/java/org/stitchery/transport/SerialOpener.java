package org.stitchery.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import jssc.SerialNativeInterface;
import jssc.SerialPort;
import org.stitchery.transport.TransportException.Reason;

/**
 * Opens and sets a serial port. Past jSSC's own port class, straight through what lies below it: that class asks the
 * system for two numbers and hands out one, and a loop that serves hundreds of ports wants both for one call.
 */
final class SerialOpener {

    private static final SerialNativeInterface PORTS = new SerialNativeInterface();

    /** jSSC 2.10 waits for bytes with select(), which knows handles 0 to 1023 and writes over memory beyond. */
    private static final int HIGHEST_HANDLE = 1023;

    private SerialOpener() {}

    static SerialTransport open(SerialUri uri) throws TransportException {
        String name = uri.place();
        if (uri.device().startsWith("/") && !Files.exists(Path.of(uri.device()))) {
            throw missing(name);
        }
        long handle = PORTS.openPort(uri.device(), true);
        if (handle < 0) {
            throw refused(name, handle);
        }
        try {
            return set(uri, name, handle);
        } catch (TransportException e) {
            PORTS.closePort(handle);
            throw e;
        }
    }

    private static SerialTransport set(SerialUri uri, String name, long handle) throws TransportException {
        if (handle > HIGHEST_HANDLE && SerialNativeInterface.getOsType() != SerialNativeInterface.OS_WINDOWS) {
            throw new TransportException(
                    Reason.REFUSED,
                    name,
                    "this program has more than " + HIGHEST_HANDLE + " files and connections open, and serial ports"
                            + " cannot be read beyond that",
                    "Serve some machines from another program, or open the serial ports first.");
        }
        boolean accepted = PORTS.setParams(
                handle,
                uri.baud(),
                uri.dataBits(),
                nativeStopBits(uri.stopBits()),
                uri.parity().ordinal(),
                true,
                true,
                0);
        // The answer to this one call is the only trustworthy sign of modem lines: reading them where there are none
        // gives whatever was in memory.
        boolean modemLines = PORTS.setDTR(handle, true) && PORTS.setRTS(handle, true);
        boolean handshake = uri.flow() == SerialUri.Flow.RTSCTS;
        if (modemLines && !accepted) {
            throw new TransportException(
                    Reason.REFUSED,
                    name,
                    "the port does not take " + uri,
                    "Choose a speed and a character format that the adapter supports.");
        }
        if (handshake && !modemLines) {
            throw new TransportException(
                    Reason.REFUSED,
                    name,
                    "flow=rtscts is asked for and the port has no modem lines",
                    "Use flow=none, or an adapter with handshake wires.");
        }
        int flow = handshake
                ? SerialPort.FLOWCONTROL_RTSCTS_IN | SerialPort.FLOWCONTROL_RTSCTS_OUT
                : SerialPort.FLOWCONTROL_NONE;
        if (!PORTS.setFlowControlMode(handle, flow)) {
            throw new TransportException(
                    Reason.REFUSED, name, "flow control cannot be set", "Check that this is a serial port.");
        }
        PORTS.purgePort(handle, SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR);
        return new SerialTransport(name, PORTS, handle, modemLines, handshake);
    }

    /** Below its Java classes jSSC counts 0 for one, 1 for one and a half and 2 for two. */
    private static int nativeStopBits(SerialUri.StopBits bits) {
        return switch (bits) {
            case ONE -> 0;
            case ONE_AND_A_HALF -> 1;
            case TWO -> 2;
        };
    }

    private static TransportException refused(String name, long error) {
        if (error == SerialNativeInterface.ERR_PORT_NOT_FOUND) {
            return missing(name);
        }
        if (error == SerialNativeInterface.ERR_PORT_BUSY) {
            return new TransportException(
                    Reason.BUSY, name, "another program has the port open", "Close that program.");
        }
        if (error == SerialNativeInterface.ERR_PERMISSION_DENIED) {
            return new TransportException(
                    Reason.REFUSED,
                    name,
                    "no permission",
                    "Add the user to the group that owns the port, mostly dialout.");
        }
        return new TransportException(
                Reason.REFUSED, name, "this is no serial port", "Check the address of the machine.");
    }

    private static TransportException missing(String name) {
        return new TransportException(
                Reason.NO_SUCH_PORT,
                name,
                "no such serial port",
                "Check that the adapter is plugged in; its stable name is below /dev/serial/by-id.");
    }
}
