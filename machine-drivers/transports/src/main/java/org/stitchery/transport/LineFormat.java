package org.stitchery.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stitchery.transport.SerialUri.Flow;
import org.stitchery.transport.SerialUri.Parity;
import org.stitchery.transport.SerialUri.StopBits;

/**
 * How a serial line is set, wherever its port is.
 *
 * @param baud bits per second
 * @param dataBits 5 to 8
 */
record LineFormat(int baud, int dataBits, Parity parity, StopBits stopBits, Flow flow) {

    private static final Set<String> KEYS = new TreeSet<>(List.of("baud", "data", "parity", "stop", "flow"));

    LineFormat {
        if (baud < 50 || baud > 4_000_000) {
            throw new IllegalArgumentException("baud is a whole number from 50 to 4000000, found " + baud);
        }
        if (dataBits < 5 || dataBits > 8) {
            throw new IllegalArgumentException("data is 5, 6, 7 or 8, found " + dataBits);
        }
    }

    static LineFormat of(Map<String, String> query) {
        UriQuery.allowOnly(query, KEYS);
        return new LineFormat(
                UriQuery.integer(query, "baud", 9600, 50, 4_000_000),
                UriQuery.integer(query, "data", 8, 5, 8),
                parity(query.getOrDefault("parity", "none")),
                stop(query.getOrDefault("stop", "1")),
                flow(query.getOrDefault("flow", "none")));
    }

    private static Parity parity(String text) {
        for (Parity value : Parity.values()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("parity is one of "
                + Arrays.stream(Parity.values())
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ", found \"" + text + "\"");
    }

    private static StopBits stop(String text) {
        for (StopBits value : StopBits.values()) {
            if (value.text().equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("stop is 1, 1.5 or 2, found \"" + text + "\"");
    }

    /** Both ways of writing the handshake are understood. */
    private static Flow flow(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> Flow.NONE;
            case "rtscts", "rts-cts" -> Flow.RTSCTS;
            default ->
                throw new IllegalArgumentException("flow is one of none, rtscts, rts-cts, found \"" + text + "\"");
        };
    }

    /** One start bit, the data bits, parity if any, and the stop bits make one byte. */
    int bytesPerSecond() {
        double bits = 1 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits.bits();
        return Math.max(1, (int) (baud / bits));
    }

    /** All but the flow, as an address writes it. */
    String query() {
        return "baud=" + baud + "&data=" + dataBits + "&parity=" + parity.name().toLowerCase(Locale.ROOT) + "&stop="
                + stopBits.text();
    }
}
