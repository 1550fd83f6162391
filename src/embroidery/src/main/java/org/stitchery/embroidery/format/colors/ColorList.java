package org.stitchery.embroidery.format.colors;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;

/**
 * The kinds of colour lists machines and programs look for beside a design, one entry for each use of a thread, in the order
 * in which they are looked for. Layouts as several open readers have them; only RGB was seen in a genuine file, and no
 * machine of ours has read any yet.
 */
public enum ColorList {

    /** Of Embird's programs. Four bytes for each use: red, green, blue, zero. */
    EDR {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            return FourByteColors.write(uses);
        }

        @Override
        List<ColorUse> uses(ByteSource file) throws FormatException {
            return FourByteColors.read(file);
        }
    },

    /** The same layout under another extension. */
    RGB {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            return FourByteColors.write(uses);
        }

        @Override
        List<ColorUse> uses(ByteSource file) throws FormatException {
            return FourByteColors.read(file);
        }
    },

    /** Text with CR LF: the number of uses, then {@code number,red,green,blue} for each, numbered from 0. */
    COL {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            return ColLines.write(uses);
        }

        @Override
        List<ColorUse> uses(ByteSource file) throws FormatException {
            return ColLines.read(file);
        }
    },

    /** What Bernina's machines read beside EXP, with names of threads and needles. */
    INF {
        @Override
        byte[] bytes(List<ColorUse> uses) {
            return InfRecords.write(uses);
        }

        @Override
        List<ColorUse> uses(ByteSource file) throws FormatException {
            return InfRecords.read(file);
        }
    };

    static final int MOST_USES = 999;

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
        if (uses.isEmpty() || uses.size() > MOST_USES) {
            throw new IllegalArgumentException(
                    "A list of colours has 1 to " + MOST_USES + " of them, found " + uses.size());
        }
        return bytes(uses);
    }

    /**
     * The uses in the order of sewing, up to 999; none for a list without any.
     *
     * @throws FormatException when it is no list of this kind
     */
    public List<ColorUse> read(byte[] content) throws FormatException {
        return List.copyOf(uses(new ByteSource("Colour list " + name(), content)));
    }

    abstract byte[] bytes(List<ColorUse> uses);

    abstract List<ColorUse> uses(ByteSource file) throws FormatException;
}
