package org.stitchery.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A serial port and how it is set.
 *
 * @param device absolute path; a stable name below {@code /dev/serial/by-id} is taken as it is
 * @param baud bits per second
 * @param dataBits 5 to 8; stitch data needs 8
 */
public record SerialUri(String device, int baud, int dataBits, Parity parity, StopBits stopBits, Flow flow)
        implements LineUri {

    private static final Set<String> KEYS = new TreeSet<>(List.of("baud", "data", "parity", "stop", "flow"));

    /** Even and odd add one bit to every character. */
    public enum Parity {
        NONE,
        ODD,
        EVEN,
        MARK,
        SPACE
    }

    /** How long the line rests after a character. */
    public enum StopBits {
        ONE("1", 1),
        ONE_AND_A_HALF("1.5", 1.5),
        TWO("2", 2);

        private final String text;
        private final double bits;

        StopBits(String text, double bits) {
            this.text = text;
            this.bits = bits;
        }
    }

    /**
     * What the port itself does about being told to wait. XON/XOFF is not among it: drivers do that, because bytes
     * already handed to the system would go out before the system could be stopped.
     */
    public enum Flow {
        NONE,
        RTSCTS
    }

    public SerialUri {
        if (!device.startsWith("/") && !device.matches("COM[0-9]{1,3}")) {
            throw new IllegalArgumentException(
                    "A serial port is an absolute path such as /dev/ttyUSB0, found \"" + device + "\"");
        }
        if (baud < 50 || baud > 4_000_000) {
            throw new IllegalArgumentException("baud is a whole number from 50 to 4000000, found " + baud);
        }
        if (dataBits < 5 || dataBits > 8) {
            throw new IllegalArgumentException("data is 5, 6, 7 or 8, found " + dataBits);
        }
    }

    static SerialUri of(String place, Map<String, String> query) {
        UriQuery.allowOnly(query, KEYS);
        return new SerialUri(
                place,
                UriQuery.integer(query, "baud", 9600, 50, 4_000_000),
                UriQuery.integer(query, "data", 8, 5, 8),
                named("parity", Parity.values(), query.getOrDefault("parity", "none")),
                stop(query.getOrDefault("stop", "1")),
                named("flow", Flow.values(), query.getOrDefault("flow", "none")));
    }

    private static <E extends Enum<E>> E named(String key, E[] values, String text) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException(key + " is one of "
                + Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ", found \"" + text + "\"");
    }

    private static StopBits stop(String text) {
        for (StopBits value : StopBits.values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("stop is 1, 1.5 or 2, found \"" + text + "\"");
    }

    /** One start bit, the data bits, parity if any, and the stop bits make one byte. */
    @Override
    public int bytesPerSecond() {
        double bits = 1 + dataBits + (parity == Parity.NONE ? 0 : 1) + stopBits.bits;
        return Math.max(1, (int) (baud / bits));
    }

    @Override
    public String place() {
        return "serial:" + device;
    }

    @Override
    public String toString() {
        return place() + "?baud=" + baud + "&data=" + dataBits + "&parity="
                + parity.name().toLowerCase(Locale.ROOT) + "&stop=" + stopBits.text + "&flow="
                + flow.name().toLowerCase(Locale.ROOT);
    }
}
