package org.stitchery.service.machine;

import java.util.List;
import java.util.Optional;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.transport.DeskUri;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PlaceUri;

/**
 * An address to write one's own after.
 *
 * @param address as it could be
 * @param meaning what it stands for
 */
record AddressExample(String address, String meaning) {

    private static final List<AddressExample> LINES = List.of(
            new AddressExample("serial:/dev/ttyUSB0?baud=9600", "a serial port of this computer"),
            new AddressExample(
                    "serial:/dev/serial/by-id/usb-FTDI_A50285BI-if00?baud=19200&flow=rtscts",
                    "the same under a name that stays when plugs are swapped, with the RTS and CTS wires"),
            new AddressExample(
                    "tcp://192.168.1.40:4001?rate=960",
                    "a port server or a machine on the network; rate is bytes per second, a tenth of the baud rate"),
            new AddressExample(
                    "rfc2217://192.168.1.40:4001?baud=9600",
                    "a port server that lets us set its port, as RFC 2217 says; the best for serial lines far away"),
            new AddressExample(
                    "pipe:/usr/local/bin/machine?rate=960", "a program of this computer that stands for one"));

    private static final List<AddressExample> PLACES = List.of(
            new AddressExample("folder:/srv/designs/press-3", "a folder of this computer, or a share mounted on it"),
            new AddressExample("smb://user@server/share/press-3?secret=PRESS_3", "a Windows share"),
            new AddressExample(
                    "sftp://user@server/press-3?secret=PRESS_3",
                    "a folder over SSH; try it once, the refusal shows the server's key to add as hostkey=SHA256:..."),
            new AddressExample("ftps://user@server/press-3?secret=PRESS_3", "an FTP server with TLS"),
            new AddressExample("ftp://user@server/press-3?secret=PRESS_3", "an FTP server in the clear"));

    private static final List<AddressExample> DESKS = List.of(
            new AddressExample("desk:press-3?secret=PRESS_3", "the machine, or an agent beside it, comes and asks us"));

    static List<AddressExample> of(MachineDriver driver) {
        if (driver instanceof LineDriver) {
            return LINES;
        }
        return driver instanceof FileDriver ? PLACES : DESKS;
    }

    /** Why a driver cannot work at that address, empty when it can. */
    static Optional<String> objection(MachineDriver driver, MachineUri uri) {
        boolean fits = driver instanceof LineDriver && uri instanceof LineUri
                || driver instanceof FileDriver && uri instanceof PlaceUri
                || driver instanceof DeskDriver && uri instanceof DeskUri;
        return fits
                ? Optional.empty()
                : Optional.of(
                        "The driver \"" + driver.description().title() + "\" cannot work at such an address. It takes"
                                + " one like " + of(driver).get(0).address() + ".");
    }
}
