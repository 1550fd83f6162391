package org.stitchery.transport;

import java.util.Locale;
import java.util.Map;

/**
 * A serial port and how it is set.
 *
 * @param device absolute path; a stable name below {@code /dev/serial/by-id} is taken as it is
 * @param baud bits per second
 * @param dataBits 5 to 8; stitch data needs 8
 */
public record SerialUri(String device, int baud, int dataBits, Parity parity, StopBits stopBits, Flow flow)
        implements LineUri {

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

        /** As an address writes it. */
        String text() {
            return text;
        }

        double bits() {
            return bits;
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
        new LineFormat(baud, dataBits, parity, stopBits, flow);
    }

    static SerialUri of(String place, Map<String, String> query) {
        LineFormat format = LineFormat.of(query);
        return new SerialUri(
                place, format.baud(), format.dataBits(), format.parity(), format.stopBits(), format.flow());
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
        return "serial:" + device;
    }

    @Override
    public String toString() {
        return place() + "?" + format().query() + "&flow=" + flow.name().toLowerCase(Locale.ROOT);
    }
}
