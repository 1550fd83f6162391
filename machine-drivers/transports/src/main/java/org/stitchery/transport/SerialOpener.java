package org.stitchery.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import jssc.SerialPort;
import jssc.SerialPortException;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.TransportException.Reason;

/** Opens and sets a serial port. */
final class SerialOpener {

    private SerialOpener() {}

    static SerialTransport open(SerialUri uri) throws TransportException {
        String name = uri.place();
        if (uri.device().startsWith("/") && !Files.exists(Path.of(uri.device()))) {
            throw missing(name, null);
        }
        SerialPort port = new SerialPort(uri.device());
        try {
            port.openPort();
        } catch (SerialPortException e) {
            throw refused(name, e);
        }
        try {
            return set(uri, name, port);
        } catch (SerialPortException e) {
            close(port);
            throw refused(name, e);
        } catch (TransportException e) {
            close(port);
            throw e;
        }
    }

    private static SerialTransport set(SerialUri uri, String name, SerialPort port)
            throws SerialPortException, TransportException {
        boolean accepted = port.setParams(
                uri.baud(),
                uri.dataBits(),
                jsscStopBits(uri.stopBits()),
                uri.parity().ordinal());
        // The answer to this one call is the only trustworthy sign of modem lines: reading them where there are none
        // gives whatever was in memory.
        boolean modemLines = port.setDTR(true) && port.setRTS(true);
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
        if (!port.setFlowControlMode(flow)) {
            throw new TransportException(
                    Reason.REFUSED, name, "flow control cannot be set", "Check that this is a serial port.");
        }
        port.purgePort(SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR);
        return new SerialTransport(name, port, modemLines, handshake);
    }

    /** jSSC counts 1 for one, 2 for two and 3 for one and a half. */
    private static int jsscStopBits(SerialUri.StopBits bits) {
        return switch (bits) {
            case ONE -> SerialPort.STOPBITS_1;
            case TWO -> SerialPort.STOPBITS_2;
            case ONE_AND_A_HALF -> SerialPort.STOPBITS_1_5;
        };
    }

    private static void close(SerialPort port) {
        try {
            port.closePort();
        } catch (SerialPortException e) {
            System.getLogger(SerialOpener.class.getName()).log(System.Logger.Level.DEBUG, "closing after failure", e);
        }
    }

    private static TransportException refused(String name, SerialPortException e) {
        String type = e.getExceptionType();
        if (SerialPortException.TYPE_PORT_NOT_FOUND.equals(type)) {
            return missing(name, e);
        }
        if (SerialPortException.TYPE_PORT_BUSY.equals(type)) {
            return new TransportException(
                    Reason.BUSY, name, "another program has the port open", "Close that program.", e);
        }
        if (SerialPortException.TYPE_PERMISSION_DENIED.equals(type)) {
            return new TransportException(
                    Reason.REFUSED,
                    name,
                    "no permission",
                    "Add the user to the group that owns the port, mostly dialout.",
                    e);
        }
        return new TransportException(Reason.REFUSED, name, type, "Check that this is a serial port.", e);
    }

    private static TransportException missing(String name, @Nullable SerialPortException cause) {
        return new TransportException(
                Reason.NO_SUCH_PORT,
                name,
                "no such serial port",
                "Check that the adapter is plugged in; its stable name is below /dev/serial/by-id.",
                cause);
    }
}
