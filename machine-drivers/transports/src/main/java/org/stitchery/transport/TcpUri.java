package org.stitchery.transport;

import java.util.Map;
import java.util.Set;

/**
 * A machine, or a port server in front of one, reached over TCP.
 *
 * @param host name or address; an IPv6 address without its brackets
 * @param port 1 to 65535
 * @param bytesPerSecond what the line behind the network carries; the host paces itself to it
 */
public record TcpUri(String host, int port, int bytesPerSecond) implements NetworkLine {

    /** 115,200 baud with ten bits a byte: what port servers are mostly set to. */
    static final int DEFAULT_RATE = 11_520;

    public TcpUri {
        requireHost(host);
        requirePort(port);
        if (bytesPerSecond < 1 || bytesPerSecond > 10_000_000) {
            throw new IllegalArgumentException(
                    "rate is a number of bytes per second from 1 to 10000000, found " + bytesPerSecond);
        }
    }

    static TcpUri of(String place, Map<String, String> query) {
        UriQuery.allowOnly(query, Set.of("rate"));
        int rate = UriQuery.integer(query, "rate", DEFAULT_RATE, 1, 10_000_000);
        HostPort there = HostPort.of("tcp", place);
        return new TcpUri(there.host(), there.port(), rate);
    }

    static String withoutBrackets(String host) {
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.substring(1, host.length() - 1);
        }
        if (host.contains(":")) {
            throw new IllegalArgumentException("An IPv6 address goes in brackets, found \"" + host + "\"");
        }
        return host;
    }

    static void requireHost(String host) {
        if (!host.matches("[A-Za-z0-9._-]{1,253}") && !host.matches("[0-9A-Fa-f:.]{2,45}(%[A-Za-z0-9]{1,15})?")) {
            throw new IllegalArgumentException("A host is a name or an address, found \"" + host + "\"");
        }
    }

    static void requirePort(int port) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535, found " + port);
        }
    }

    @Override
    public String place() {
        return "tcp://" + new HostPort(host, port);
    }

    @Override
    public String toString() {
        return place() + "?rate=" + bytesPerSecond;
    }
}
