package org.stitchery.simulator.line;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a simulated machine waits for its host. */
public sealed interface ListenAddress {

    /** A serial line: a pty whose machine end we hold, with a symbolic link to its host end. */
    record Pty(Path link) implements ListenAddress {}

    /** A TCP port of this computer; port 0 takes any free one. */
    record Tcp(String host, int port) implements ListenAddress {}

    /**
     * Reads {@code pty:/path/to/link} or {@code tcp://127.0.0.1:4000}.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static ListenAddress parse(String text) {
        if (text.startsWith("pty:") && text.length() > "pty:".length()) {
            return new Pty(Path.of(text.substring("pty:".length())));
        }
        try {
            URI uri = new URI(text);
            if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() >= 0 && uri.getPort() < 65536) {
                return new Tcp(uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "A simulated machine listens on pty:/path/to/link or tcp://127.0.0.1:port (0 for any free port), found \""
                        + text + "\"",
                cause);
    }
}
