package org.stitchery.transport;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A desk to which a machine, or an agent beside it, comes and asks over HTTP.
 *
 * @param desk its name, the last part of its address on the web: {@code press-3}
 * @param secret under which name the token is kept that whoever asks has to bring, see {@link Secrets}; the desk's own
 *     name where the address names none
 * @param listen where this program listens for it; null where desks stand behind a server that is there anyway
 */
public record DeskUri(String desk, String secret, @Nullable Listen listen) implements MachineUri {

    /** Where a program of its own listens when the address does not say. Taste; registered for nothing common. */
    static final Listen USUAL = new Listen("127.0.0.1", 8095);

    private static final String SECRET = "secret";
    private static final String LISTEN = "listen";

    /**
     * @param host name or address to listen on; an IPv6 address without its brackets
     * @param port 1 to 65535, 0 for any free one
     */
    public record Listen(String host, int port) {

        public Listen {
            TcpUri.requireHost(host);
            if (port != 0) {
                TcpUri.requirePort(port);
            }
        }

        static Listen parse(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException(
                        "listen is host:port, such as 127.0.0.1:8095, found \"" + text + "\"");
            }
            return new Listen(
                    TcpUri.withoutBrackets(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    public DeskUri {
        if (!desk.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}")) {
            throw new IllegalArgumentException(
                    "A desk is desk:NAME with 1 to 60 of A-Z a-z 0-9 _ -, as in desk:press-3, found \"" + desk + "\"");
        }
        if (!secret.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException(
                    "secret is the name under which a token is kept, 1 to 60 of A-Z a-z 0-9 _ -, not the token");
        }
    }

    static DeskUri of(String place, Map<String, String> query) {
        UriQuery.allowOnly(query, Set.of(SECRET, LISTEN));
        String listen = query.get(LISTEN);
        return new DeskUri(place, query.getOrDefault(SECRET, place), listen == null ? null : Listen.parse(listen));
    }

    @Override
    public String place() {
        return "desk:" + desk;
    }

    @Override
    public String toString() {
        return place() + "?" + (listen == null ? "" : LISTEN + "=" + listen + "&") + SECRET + "=" + secret;
    }
}
