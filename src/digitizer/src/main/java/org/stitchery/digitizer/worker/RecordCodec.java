package org.stitchery.digitizer.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Writes records component by component and reads them back through their constructors, so that both sides agree by
 * having the same class and a new component needs no change here. The reader alone decides which class it builds; no
 * class name travels. Knows int, double, boolean, String, Double, Integer, enums, Duration, OptionalDouble, byte[],
 * lists, records and sealed families of records of these, and {@link StitchPattern}, which travels as arrays of numbers. Any reference may be null.
 */
final class RecordCodec {

    /** Longest list or text believed when read; a frame is bounded as well. */
    private static final int LONGEST = 32 << 20;

    private RecordCodec() {}

    static void write(DataOutputStream out, Record value) throws IOException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            write(out, component.getGenericType(), valueOf(component, value));
        }
    }

    static <T extends Record> T read(DataInputStream in, Class<T> type) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(in, components[i].getGenericType());
        }
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (InvocationTargetException | IllegalArgumentException e) {
            throw new IOException("What was sent is no valid " + type.getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a public constructor to be sent", e);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(value.getClass() + " needs to be public to be sent", e);
        }
    }

    private static void write(DataOutputStream out, Type type, @Nullable Object value) throws IOException {
        if (type instanceof Class<?> c && c.isPrimitive()) {
            writePrimitive(out, c, value);
            return;
        }
        out.writeBoolean(value != null);
        if (value == null) {
            return;
        }
        if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf8.length);
            out.write(utf8);
        } else if (value instanceof byte[] bytes) {
            out.writeInt(bytes.length);
            out.write(bytes);
        } else if (value instanceof Double number) {
            out.writeDouble(number);
        } else if (value instanceof Integer number) {
            out.writeInt(number);
        } else if (value instanceof OptionalDouble optional) {
            out.writeBoolean(optional.isPresent());
            out.writeDouble(optional.orElse(0));
        } else if (value instanceof Duration duration) {
            out.writeLong(duration.toNanos());
        } else if (value instanceof Enum<?> constant) {
            out.writeInt(constant.ordinal());
        } else if (value instanceof List<?> list && type instanceof ParameterizedType generic) {
            out.writeInt(list.size());
            for (Object item : list) {
                write(out, generic.getActualTypeArguments()[0], item);
            }
        } else if (value instanceof StitchPattern pattern) {
            writePattern(out, pattern);
        } else if (value instanceof Record record) {
            if (type instanceof Class<?> c && c.isSealed()) {
                out.writeInt(List.of(c.getPermittedSubclasses()).indexOf(record.getClass()));
            }
            write(out, record);
        } else {
            throw new IllegalStateException("Cannot send a " + value.getClass());
        }
    }

    private static void writePrimitive(DataOutputStream out, Class<?> type, @Nullable Object value) throws IOException {
        if (type == int.class && value instanceof Integer number) {
            out.writeInt(number);
        } else if (type == double.class && value instanceof Double number) {
            out.writeDouble(number);
        } else if (type == boolean.class && value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else {
            throw new IllegalStateException("Cannot send a " + type);
        }
    }

    private static @Nullable Object read(DataInputStream in, Type type) throws IOException {
        if (type == int.class) {
            return in.readInt();
        } else if (type == double.class) {
            return in.readDouble();
        } else if (type == boolean.class) {
            return in.readBoolean();
        }
        if (!in.readBoolean()) {
            return null;
        }
        if (type == String.class) {
            return new String(readBytes(in), StandardCharsets.UTF_8);
        } else if (type == byte[].class) {
            return readBytes(in);
        } else if (type == Double.class) {
            return in.readDouble();
        } else if (type == Integer.class) {
            return in.readInt();
        } else if (type == OptionalDouble.class) {
            boolean present = in.readBoolean();
            double value = in.readDouble();
            return present ? OptionalDouble.of(value) : OptionalDouble.empty();
        } else if (type == Duration.class) {
            return Duration.ofNanos(in.readLong());
        } else if (type == StitchPattern.class) {
            return readPattern(in);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            int size = length(in);
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(read(in, generic.getActualTypeArguments()[0]));
            }
            return list;
        } else if (type instanceof Class<?> c && c.isEnum()) {
            int ordinal = in.readInt();
            Object[] constants = c.getEnumConstants();
            if (ordinal < 0 || ordinal >= constants.length) {
                throw new IOException("No constant " + ordinal + " in " + c.getSimpleName());
            }
            return constants[ordinal];
        } else if (type instanceof Class<?> c && c.isRecord()) {
            return read(in, c.asSubclass(Record.class));
        } else if (type instanceof Class<?> c && c.isSealed()) {
            Class<?>[] members = c.getPermittedSubclasses();
            int member = in.readInt();
            if (member < 0 || member >= members.length) {
                throw new IOException("No member " + member + " in " + c.getSimpleName());
            }
            return read(in, members[member].asSubclass(Record.class));
        }
        throw new IllegalStateException("Cannot receive a " + type);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = length(in);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("Text of " + length + " bytes ends after " + bytes.length);
        }
        return bytes;
    }

    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("Length " + length + " outside 0 to " + LONGEST);
        }
        return length;
    }

    /** Name, threads, then every command but the last, which is always END. */
    private static void writePattern(DataOutputStream out, StitchPattern pattern) throws IOException {
        write(out, String.class, pattern.name());
        out.writeInt(pattern.threads().size());
        for (ThreadColor thread : pattern.threads()) {
            write(out, thread);
        }
        out.writeInt(pattern.size() - 1);
        for (int i = 0; i < pattern.size() - 1; i++) {
            out.writeByte(pattern.command(i).ordinal());
            out.writeInt(pattern.x(i));
            out.writeInt(pattern.y(i));
        }
    }

    private static StitchPattern readPattern(DataInputStream in) throws IOException {
        Object name = read(in, String.class);
        StitchPattern.Builder builder = StitchPattern.builder(name == null ? "" : name.toString());
        List<ThreadColor> threads = new ArrayList<>();
        int threadCount = length(in);
        for (int i = 0; i < threadCount; i++) {
            threads.add(read(in, ThreadColor.class));
        }
        StitchCommand[] commands = StitchCommand.values();
        int size = length(in);
        try {
            for (int i = 0; i < size; i++) {
                int command = in.readUnsignedByte();
                int x = in.readInt();
                builder.add(commands[Math.min(command, commands.length - 1)], x, in.readInt());
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("What was sent is no valid pattern", e);
        }
        return builder.threads(threads).build();
    }
}
