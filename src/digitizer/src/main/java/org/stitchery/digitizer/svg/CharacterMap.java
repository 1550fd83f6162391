package org.stitchery.digitizer.svg;

/**
 * Which glyph stands for which character: the best table of a font's {@code cmap}, in format 0, 4, 6 or 12.
 *
 * <p>Source: the OpenType specification, table cmap.
 */
final class CharacterMap {

    private final FontBytes cmap;

    /** @throws FontException when there is no table that is read */
    CharacterMap(FontBytes all) {
        cmap = best(all);
    }

    private static FontBytes best(FontBytes cmap) {
        FontBytes best = null;
        int bestRank = 0;
        int count = Math.min(cmap.u16(2), 64);
        for (int i = 0; i < count; i++) {
            int platform = cmap.u16(4 + 8 * i);
            int encoding = cmap.u16(6 + 8 * i);
            FontBytes table = cmap.from(cmap.u32(8 + 8 * i));
            int format = table.u16(0);
            boolean unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
            int rank = switch (format) {
                case 12 -> 4;
                case 4 -> unicode ? 3 : 2;
                case 0, 6 -> 1;
                default -> 0;
            };
            if (rank > bestRank) {
                bestRank = rank;
                best = table;
            }
        }
        if (best == null) {
            throw new FontException("it does not tell which letter is which");
        }
        return best;
    }

    /** The glyph for a character, 0 for none; it need not be in the font. */
    int index(int codePoint) {
        return switch (cmap.u16(0)) {
            case 0 -> codePoint < 256 ? cmap.u8(6 + codePoint) : 0;
            case 4 -> segmented(codePoint);
            case 6 -> {
                int at = codePoint - cmap.u16(6);
                yield at >= 0 && at < cmap.u16(8) ? cmap.u16(10 + 2 * at) : 0;
            }
            default -> grouped(codePoint);
        };
    }

    private int segmented(int codePoint) {
        if (codePoint > 0xFFFF) {
            return 0;
        }
        int twice = cmap.u16(6) & ~1;
        int low = 0;
        int high = twice / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cmap.u16(14 + 2 * middle) < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int segment = 2 * low;
        if (segment >= twice) {
            return 0;
        }
        int start = cmap.u16(16 + twice + segment);
        if (codePoint < start) {
            return 0;
        }
        int delta = cmap.u16(16 + 2 * twice + segment);
        int rangeAt = 16 + 3 * twice + segment;
        int range = cmap.u16(rangeAt);
        if (range == 0) {
            return (codePoint + delta) & 0xFFFF;
        }
        int glyph = cmap.u16(rangeAt + range + 2 * (codePoint - start));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private int grouped(int codePoint) {
        int low = 0;
        int high = (int) Math.min(cmap.u32(12), (cmap.length() - 16) / 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = 16 + 12 * middle;
            if (codePoint < cmap.u32(group)) {
                high = middle - 1;
            } else if (codePoint > cmap.u32(group + 4)) {
                low = middle + 1;
            } else {
                return (int) Math.min(0xFFFF, cmap.u32(group + 8) + codePoint - cmap.u32(group));
            }
        }
        return 0;
    }
}
