package org.stitchery.transport;

import java.util.Map;
import org.stitchery.transport.SerialUri.Flow;
import org.stitchery.transport.SerialUri.Parity;
import org.stitchery.transport.SerialUri.StopBits;

/**
 * A serial port of a port server that speaks RFC 2217, so that its speed and character format are set from here.
 *
 * @param host name or address; an IPv6 address without its brackets
 * @param port 1 to 65535
 * @param baud bits per second
 * @param dataBits 5 to 8; stitch data needs 8
 * @param flow what the port server's serial port does about handshake wires
 */
public record Rfc2217Uri(String host, int port, int baud, int dataBits, Parity parity, StopBits stopBits, Flow flow)
        implements NetworkLine {

    public Rfc2217Uri {
        TcpUri.requireHost(host);
        TcpUri.requirePort(port);
        new LineFormat(baud, dataBits, parity, stopBits, flow);
    }

    static Rfc2217Uri of(String place, Map<String, String> query) {
        LineFormat format = LineFormat.of(query);
        HostPort there = HostPort.of("rfc2217", place);
        return new Rfc2217Uri(
                there.host(),
                there.port(),
                format.baud(),
                format.dataBits(),
                format.parity(),
                format.stopBits(),
                format.flow());
    }

    private LineFormat format() {
        return new LineFormat(baud, dataBits, parity, stopBits, flow);
    }

    @Override
    public int bytesPerSecond() {
        return format().bytesPerSecond();
    }

    @Override
    public String place() {
        return "rfc2217://" + new HostPort(host, port);
    }

    @Override
    public String toString() {
        return place() + "?" + format().query() + "&flow=" + (flow == Flow.NONE ? "none" : "rts-cts");
    }
}
