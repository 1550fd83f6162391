package org.stitchery.service.telemetry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the payload of Sparkplug B, a Protocol Buffers message. Of its many fields the few we have a use for:
 *
 * <pre>
 * Payload  1 timestamp, ms   2 metric, repeated   3 seq
 * Metric   1 name   2 alias   3 timestamp   4 datatype   7 is_null
 *          10 int   11 long   14 boolean    15 string
 * </pre>
 *
 * Source: Sparkplug 3.0.0, section 6.4 and its {@code sparkplug_b.proto}; encoding of Protocol Buffers 2. The tests have
 * {@code protoc} read what is written here.
 */
final class SparkplugPayload {

    /** A metric's type, with its number in the specification. */
    enum Type {
        INT64(4),
        UINT32(7),
        UINT64(8),
        BOOLEAN(11),
        STRING(12),
        DATE_TIME(13);

        private final int number;

        Type(int number) {
            this.number = number;
        }
    }

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final long timestamp;

    SparkplugPayload(Instant at) {
        timestamp = at.toEpochMilli();
        varint(out, 1, timestamp);
    }

    /** A metric by its name, as births and node control need it. */
    SparkplugPayload metric(String name, @Nullable Long alias, Type type, @Nullable Object value) {
        ByteArrayOutputStream metric = new ByteArrayOutputStream();
        text(metric, 1, name);
        if (alias != null) {
            varint(metric, 2, alias);
        }
        varint(metric, 3, timestamp);
        varint(metric, 4, type.number);
        value(metric, type, value);
        bytes(out, 2, metric.toByteArray());
        return this;
    }

    /** A metric that a birth has given this alias, with a new value. */
    SparkplugPayload metric(long alias, Type type, @Nullable Object value) {
        ByteArrayOutputStream metric = new ByteArrayOutputStream();
        varint(metric, 2, alias);
        varint(metric, 3, timestamp);
        value(metric, type, value);
        bytes(out, 2, metric.toByteArray());
        return this;
    }

    /** The place in the node's sequence, 0 to 255. */
    SparkplugPayload seq(int seq) {
        varint(out, 3, seq);
        return this;
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private static void value(ByteArrayOutputStream metric, Type type, @Nullable Object value) {
        if (value == null) {
            varint(metric, 7, 1);
            return;
        }
        switch (type) {
            case UINT32 -> varint(metric, 10, ((Number) value).longValue());
            case INT64, UINT64 -> varint(metric, 11, ((Number) value).longValue());
            case DATE_TIME -> varint(metric, 11, ((Instant) value).toEpochMilli());
            case BOOLEAN -> varint(metric, 14, Boolean.TRUE.equals(value) ? 1 : 0);
            case STRING -> text(metric, 15, String.valueOf(value));
        }
    }

    private static void text(ByteArrayOutputStream to, int field, String text) {
        bytes(to, field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream to, int field, byte[] content) {
        base128(to, (long) field << 3 | LENGTH_DELIMITED);
        base128(to, content.length);
        to.writeBytes(content);
    }

    private static void varint(ByteArrayOutputStream to, int field, long value) {
        base128(to, (long) field << 3 | VARINT);
        base128(to, value);
    }

    private static void base128(ByteArrayOutputStream to, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            to.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        to.write((int) rest);
    }

    /**
     * Looks for a metric that is set to true.
     *
     * @return false as well for bytes that are no payload: whatever cannot be read orders nothing
     */
    static boolean orders(byte[] payload, String name) {
        return fields(payload, 0, payload.length).stream()
                .filter(field -> field.number == 2 && field.wire == LENGTH_DELIMITED)
                .map(metric -> fields(payload, metric.from, metric.to))
                .anyMatch(metric -> isNamed(payload, metric, name)
                        && metric.stream().anyMatch(field -> field.number == 14 && field.value != 0));
    }

    private static boolean isNamed(byte[] payload, List<Field> metric, String name) {
        return metric.stream()
                .filter(field -> field.number == 1 && field.wire == LENGTH_DELIMITED)
                .anyMatch(field ->
                        new String(payload, field.from, field.to - field.from, StandardCharsets.UTF_8).equals(name));
    }

    private record Field(int number, int wire, long value, int from, int to) {}

    /** The fields of one message; none when a byte of it is not as it should be. */
    private static List<Field> fields(byte[] bytes, int from, int to) {
        List<Field> fields = new ArrayList<>();
        int[] at = {from};
        while (at[0] < to) {
            long key = varint(bytes, at, to);
            int number = (int) (key >>> 3);
            int wire = (int) (key & 7);
            long value = 0;
            int start = at[0];
            switch (wire) {
                case VARINT -> value = varint(bytes, at, to);
                case 1 -> at[0] += 8;
                case 5 -> at[0] += 4;
                case LENGTH_DELIMITED -> {
                    long length = varint(bytes, at, to);
                    start = at[0];
                    at[0] = length < 0 || length > to - at[0] ? Integer.MAX_VALUE : at[0] + (int) length;
                }
                default -> at[0] = Integer.MAX_VALUE;
            }
            if (number < 1 || at[0] > to || at[0] < 0) {
                return List.of();
            }
            fields.add(new Field(number, wire, value, start, at[0]));
        }
        return fields;
    }

    private static long varint(byte[] bytes, int[] at, int to) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at[0] >= to) {
                break;
            }
            byte next = bytes[at[0]++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        at[0] = Integer.MAX_VALUE;
        return 0;
    }
}
