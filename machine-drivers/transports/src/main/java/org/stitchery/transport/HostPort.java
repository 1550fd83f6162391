package org.stitchery.transport;

/**
 * A network port as addresses write it.
 *
 * @param host name or address; an IPv6 address without its brackets
 * @param port 1 to 65535
 */
record HostPort(String host, int port) {

    HostPort {
        TcpUri.requireHost(host);
        TcpUri.requirePort(port);
    }

    /** @param place what stands between the scheme's colon and the question mark */
    static HostPort of(String scheme, String place) {
        int colon = place.lastIndexOf(':');
        if (!place.startsWith("//") || colon < 3) {
            throw new IllegalArgumentException("A machine behind a network port is " + scheme + "://host:port, found \""
                    + scheme + ":" + place + "\"");
        }
        String host = TcpUri.withoutBrackets(place.substring(2, colon));
        String port = place.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535, found \"" + port + "\"");
        }
        return new HostPort(host, Integer.parseInt(port));
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
