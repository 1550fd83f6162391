package org.stitchery.service.telemetry;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the broker is.
 *
 * @param host name or address
 * @param port 1 to 65535
 * @param encrypted true for TLS
 */
record BrokerAddress(String host, int port, boolean encrypted) {

    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    /** @throws IllegalArgumentException saying what was expected; never repeats a password that stood in the address */
    static BrokerAddress parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("found something else");
        }
        String scheme = String.valueOf(uri.getScheme());
        boolean encrypted = scheme.equals("ssl") || scheme.equals("tls") || scheme.equals("mqtts");
        if (!encrypted && !scheme.equals("tcp") && !scheme.equals("mqtt")) {
            throw wrong("found " + scheme);
        }
        if (uri.getUserInfo() != null) {
            throw wrong("a user belongs in stitchery.telemetry.user, a password in a secret");
        }
        if (uri.getHost() == null || !String.valueOf(uri.getPath()).matches("/?")) {
            throw wrong("found no host, or more than a host");
        }
        int usual = encrypted ? TLS_PORT : PLAIN_PORT;
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        return new BrokerAddress(host, uri.getPort() < 0 ? usual : uri.getPort(), encrypted);
    }

    private static IllegalArgumentException wrong(String found) {
        return new IllegalArgumentException(
                "stitchery.telemetry.broker is tcp://host:1883 or ssl://host:8883; " + found);
    }

    @Override
    public String toString() {
        return (encrypted ? "ssl://" : "tcp://") + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
