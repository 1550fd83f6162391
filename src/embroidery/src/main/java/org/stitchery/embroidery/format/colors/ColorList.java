package org.stitchery.embroidery.format.colors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * The kinds of colour lists machines and programs look for beside a design, one entry for each use of a thread. Layouts as
 * several open readers have them; only RGB was seen in a genuine file, and no machine of ours has read any yet.
 */
public enum ColorList {

    /**
     * Of Embird's programs. Four bytes for each use:
     *
     * <pre>
     * R G B 00
     * </pre>
     */
    EDR {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            ByteBuffer into = ByteBuffer.allocate(4 * uses.size());
            uses.forEach(use -> into.putInt(use.thread().rgb() << 8));
            return into.array();
        }
    },

    /** The same layout under another extension. */
    RGB {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            return EDR.bytes(uses);
        }
    },

    /**
     * Text with CR LF: the number of uses, then {@code number,red,green,blue} for each, numbered from 0.
     */
    COL {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            StringBuilder text = new StringBuilder().append(uses.size()).append("\r\n");
            for (int i = 0; i < uses.size(); i++) {
                int rgb = uses.get(i).thread().rgb();
                text.append(i)
                        .append(',')
                        .append(rgb >> 16)
                        .append(',')
                        .append(rgb >> 8 & 0xFF)
                        .append(',')
                        .append(rgb & 0xFF)
                        .append("\r\n");
            }
            return text.toString().getBytes(StandardCharsets.US_ASCII);
        }
    },

    /**
     * What Bernina's machines read beside EXP. Big endian:
     *
     * <pre>
     * u32 1 | u32 8 | u32 bytes after this field | u32 uses
     * for each use: u16 length of this record | u16 number from 0 | R G B | u16 needle | name 00 | chart 00
     * </pre>
     */
    INF {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            ByteArrayOutputStream records = new ByteArrayOutputStream();
            for (int i = 0; i < uses.size(); i++) {
                records.writeBytes(record(i, uses.get(i)));
            }
            return ByteBuffer.allocate(16 + records.size())
                    .putInt(1)
                    .putInt(8)
                    .putInt(4 + records.size())
                    .putInt(uses.size())
                    .put(records.toByteArray())
                    .array();
        }
    };

    private static final int LONGEST_TEXT = 60;

    /** Of its files, lower case without dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that extension. */
    public static Optional<ColorList> byExtension(String extension) {
        return Arrays.stream(values())
                .filter(list -> list.extension().equals(extension))
                .findFirst();
    }

    /**
     * @param uses in the order of sewing, 1 to 999
     * @throws IllegalArgumentException when there are none or too many
     */
    public byte[] write(List<ColorUse> uses) {
        if (uses.isEmpty() || uses.size() > 999) {
            throw new IllegalArgumentException("A list of colours has 1 to 999 of them, found " + uses.size());
        }
        return bytes(uses);
    }

    abstract byte[] bytes(List<ColorUse> uses);

    private static byte[] record(int number, ColorUse use) {
        ThreadColor thread = use.thread();
        byte[] name = text((thread.code() + " " + thread.name()).strip());
        byte[] chart = text(thread.brand());
        int length = 2 + 2 + 3 + 2 + name.length + 1 + chart.length + 1;
        return ByteBuffer.allocate(length)
                .putShort((short) length)
                .putShort((short) number)
                .put((byte) (thread.rgb() >> 16))
                .put((byte) (thread.rgb() >> 8))
                .put((byte) thread.rgb())
                .putShort((short) use.needle())
                .put(name)
                .put((byte) 0)
                .put(chart)
                .put((byte) 0)
                .array();
    }

    /** Machines of that age know no other letters. */
    private static byte[] text(String words) {
        String plain = words.replaceAll("[^ -~]", "?");
        String cut = plain.substring(0, Math.min(LONGEST_TEXT, plain.length()));
        return (cut.isEmpty() ? "Unknown" : cut).getBytes(StandardCharsets.US_ASCII);
    }
}
