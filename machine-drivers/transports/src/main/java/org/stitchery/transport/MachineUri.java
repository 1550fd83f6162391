package org.stitchery.transport;

import java.util.Locale;
import java.util.Map;

/**
 * Where a machine is and how its line is set, as one line of text.
 *
 * <ul>
 *   <li>{@code serial:/dev/ttyUSB0?baud=9600&data=8&parity=none&stop=1&flow=none}
 *   <li>{@code tcp://host:port?rate=960}, rate in bytes per second
 *   <li>{@code rfc2217://host:port?baud=9600&data=8&parity=none&stop=1&flow=none}, flow none or rts-cts
 *   <li>{@code pipe:/usr/local/bin/machine?arg=--fast&arg=two%20words&rate=960}, a program of this computer
 *   <li>{@code folder:/srv/designs}
 *   <li>{@code desk:press-3?secret=NAME}: the machine comes and asks over HTTP, see {@link DeskUri}
 *   <li>{@code sftp://user@host:22/designs?secret=NAME&hostkey=SHA256:...}, likewise {@code smb}, {@code ftp}, {@code ftps};
 *       secret names a password, see {@link Secrets}
 * </ul>
 *
 * <p>What is left out takes the value shown for serial lines, and 11520 bytes per second for TCP and programs.
 */
public sealed interface MachineUri permits LineUri, PlaceUri, DeskUri {

    /**
     * @throws IllegalArgumentException saying what was expected and what was found
     */
    static MachineUri parse(String text) {
        if (text.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
            throw new IllegalArgumentException("A machine address has no blanks or control characters, found \""
                    + UriQuery.printable(text) + "\"");
        }
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        int mark = text.indexOf('?');
        String place = text.substring(colon + 1, mark < 0 ? text.length() : mark);
        String parameters = mark < 0 ? "" : text.substring(mark + 1);
        if (scheme.equals("pipe")) {
            return PipeUri.of(place, parameters);
        }
        Map<String, String> query = UriQuery.parse(parameters);
        return switch (scheme) {
            case "serial" -> SerialUri.of(place, query);
            case "tcp" -> TcpUri.of(place, query);
            case "rfc2217" -> Rfc2217Uri.of(place, query);
            case "folder" -> PlaceUri.of(PlaceUri.Kind.FOLDER, place, query);
            case "smb" -> PlaceUri.of(PlaceUri.Kind.SMB, place, query);
            case "ftp" -> PlaceUri.of(PlaceUri.Kind.FTP, place, query);
            case "ftps" -> PlaceUri.of(PlaceUri.Kind.FTPS, place, query);
            case "sftp" -> PlaceUri.of(PlaceUri.Kind.SFTP, place, query);
            case "desk" -> DeskUri.of(place, query);
            case "pty" ->
                throw new IllegalArgumentException(
                        "pty: is where a simulator listens; connect to it with serial:" + place);
            default ->
                throw new IllegalArgumentException(
                        "A machine address is serial:/dev/..., tcp://host:port, folder:/..., desk:NAME, or smb, ftp,"
                                + " ftps, sftp://user@host/folder, rfc2217://host:port, pipe:/program, found \""
                                + UriQuery.printable(text) + "\"");
        };
    }

    /** The address without its parameters, for people and for locks: {@code serial:/dev/ttyUSB0}. */
    String place();

    /** The complete address; {@link #parse} gives it back equal. */
    @Override
    String toString();
}
