package org.stitchery.digitizer.svg;

import java.io.ByteArrayOutputStream;

/**
 * Undoes how the second Web Open Font Format rewrites TrueType outlines: numbers of contours, numbers of points, flags,
 * steps between points and parts of composite glyphs lie in a stream each. Instructions and boxes are left out, nothing
 * here needs them.
 *
 * <pre>
 *  0 reserved (u16)    2 options (u16)    4 number of glyphs (u16)    6 size of offsets (u16)
 *  8 sizes of seven streams (u32 each), which follow: contours, points, flags, steps, composites, boxes, instructions
 * </pre>
 *
 * <p>Source: W3C WOFF File Format 2.0, section 5.1.
 */
final class Woff2Glyphs {

    private static final int WORDS = 0x0001;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int FOUR_SCALES = 0x0080;
    private static final int INSTRUCTIONS = 0x0100;

    private static final int HEAD = 36;

    /** One of the streams, read from front to back. */
    private static final class Stream {
        private final FontBytes bytes;
        private int at;

        Stream(FontBytes bytes) {
            this.bytes = bytes;
        }

        int u8() {
            return bytes.u8(at++);
        }

        int u16() {
            at += 2;
            return bytes.u16(at - 2);
        }

        /** A number from one to three bytes long. */
        int packed() {
            int code = u8();
            return switch (code) {
                case 253 -> u16();
                case 254 -> u8() + 506;
                case 255 -> u8() + 253;
                default -> code;
            };
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] loca;
    private final Stream contours;
    private final Stream points;
    private final Stream flags;
    private final Stream steps;
    private final Stream composites;

    /** @throws FontException when it is damaged, or becomes too large */
    Woff2Glyphs(FontBytes rewritten) {
        Stream[] streams = new Stream[5];
        long from = HEAD;
        for (int i = 0; i < streams.length; i++) {
            long size = rewritten.u32(8 + 4 * i);
            streams[i] = new Stream(rewritten.part(from, size));
            from += size;
        }
        contours = streams[0];
        points = streams[1];
        flags = streams[2];
        steps = streams[3];
        composites = streams[4];
        int glyphs = rewritten.u16(4);
        loca = new byte[4 * (glyphs + 1)];
        for (int i = 0; i < glyphs; i++) {
            int count = (short) contours.u16();
            if (count > 0) {
                simple(count);
            } else if (count < 0) {
                composite();
            }
            if (out.size() > FontTables.LARGEST) {
                throw new FontException("it is too large");
            }
            int end = out.size();
            loca[4 * i + 4] = (byte) (end >> 24);
            loca[4 * i + 5] = (byte) (end >> 16);
            loca[4 * i + 6] = (byte) (end >> 8);
            loca[4 * i + 7] = (byte) end;
        }
    }

    FontBytes glyf() {
        return new FontBytes(out.toByteArray());
    }

    /** With offsets of four bytes. */
    FontBytes loca() {
        return new FontBytes(loca);
    }

    private void word(int value) {
        out.write(value >> 8);
        out.write(value);
    }

    private void head(int count) {
        word(count);
        for (int i = 0; i < 4; i++) {
            word(0);
        }
    }

    private void simple(int count) {
        head(count);
        int all = 0;
        for (int i = 0; i < count; i++) {
            all += points.packed();
            if (all > OpenTypeFont.MOST_POINTS) {
                throw new FontException("a letter has too many points");
            }
            word(all - 1);
        }
        word(0);
        int[] xs = new int[all];
        int[] ys = new int[all];
        for (int i = 0; i < all; i++) {
            int flag = flags.u8();
            out.write(flag >> 7 ^ 1);
            step(flag & 0x7F, xs, ys, i);
        }
        for (int x : xs) {
            word(x);
        }
        for (int y : ys) {
            word(y);
        }
        // Instructions lie in a stream that is not read; only their number stands here.
        steps.packed();
    }

    /** How far it is from the point before, in one to four bytes: the flag tells how many and what they mean. */
    private void step(int flag, int[] xs, int[] ys, int i) {
        if (flag < 10) {
            ys[i] = signed(flag, ((flag & 14) << 7) + steps.u8());
        } else if (flag < 20) {
            xs[i] = signed(flag, ((flag - 10 & 14) << 7) + steps.u8());
        } else if (flag < 84) {
            int kind = flag - 20;
            int both = steps.u8();
            xs[i] = signed(flag, 1 + (kind & 0x30) + (both >> 4));
            ys[i] = signed(flag >> 1, 1 + ((kind & 0x0C) << 2) + (both & 0x0F));
        } else if (flag < 120) {
            int kind = flag - 84;
            xs[i] = signed(flag, 1 + (kind / 12 << 8) + steps.u8());
            ys[i] = signed(flag >> 1, 1 + (kind % 12 >> 2 << 8) + steps.u8());
        } else if (flag < 124) {
            int first = steps.u8();
            int middle = steps.u8();
            xs[i] = signed(flag, (first << 4) + (middle >> 4));
            ys[i] = signed(flag >> 1, ((middle & 0x0F) << 8) + steps.u8());
        } else {
            xs[i] = signed(flag, steps.u16());
            ys[i] = signed(flag >> 1, steps.u16());
        }
    }

    private static int signed(int flag, int size) {
        return (flag & 1) != 0 ? size : -size;
    }

    private void composite() {
        head(-1);
        boolean instructed = false;
        int flag = MORE;
        while ((flag & MORE) != 0) {
            flag = composites.u16();
            instructed |= (flag & INSTRUCTIONS) != 0;
            word(flag);
            int rest = 2 + ((flag & WORDS) != 0 ? 4 : 2);
            if ((flag & SCALE) != 0) {
                rest += 2;
            } else if ((flag & TWO_SCALES) != 0) {
                rest += 4;
            } else if ((flag & FOUR_SCALES) != 0) {
                rest += 8;
            }
            for (int i = 0; i < rest; i++) {
                out.write(composites.u8());
            }
        }
        if (instructed) {
            steps.packed();
        }
    }
}
