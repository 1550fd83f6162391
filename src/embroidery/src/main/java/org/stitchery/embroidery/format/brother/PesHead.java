package org.stitchery.embroidery.format.brother;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * What a PES says in front of its PEC block: from version 4 on a name, from 5 on threads of any colour. A head that cannot be
 * followed gives what was read up to there: machines do not read it either.
 *
 * @param name empty when there is none
 * @param threads empty when there are none
 */
record PesHead(String name, List<ThreadColor> threads) {

    private static final int VERSION = 4;
    private static final int TEXTS = 16;
    private static final int MORE_TEXTS = 4;

    /** @param end where the PEC block begins */
    static PesHead read(ByteSource file, int end) {
        Walk walk = new Walk(file, end);
        String name = "";
        try {
            int version = version(file);
            if (version >= 40) {
                walk.at = TEXTS;
                name = walk.text();
                for (int i = 0; i < MORE_TEXTS; i++) {
                    walk.text();
                }
            }
            if (version >= 50) {
                walk.overHoop(version);
                return new PesHead(name, walk.threads());
            }
        } catch (FormatException e) {
            return new PesHead(name, List.of());
        }
        return new PesHead(name, List.of());
    }

    /** Ten times the version: 1 to 3 and unknown ones have no head worth reading. */
    private static int version(ByteSource file) throws FormatException {
        String digits = file.text(VERSION, 4);
        return digits.matches("\\d{4}") ? Integer.parseInt(digits) : 0;
    }

    /** One reading. */
    private static final class Walk {

        private final ByteSource file;
        private final int end;
        private int at;

        Walk(ByteSource file, int end) {
            this.file = file;
            this.end = end;
        }

        /** One byte of length and so many of text. */
        String text() throws FormatException {
            int length = file.u8(at);
            String text = file.text(at + 1L, length);
            at += 1 + length;
            return text;
        }

        void overHoop(int version) throws FormatException {
            if (version < 60) {
                at += 24;
                text();
                at += 24;
            } else if (version < 80) {
                at += 36;
                text();
                at += 24;
            } else if (version < 90) {
                at += 38;
                text();
                at += 26;
            } else {
                at += 14;
                text();
                at += version < 100 ? 30 : 38;
                text();
                at += 34;
            }
        }

        List<ThreadColor> threads() throws FormatException {
            boolean plain = file.u16(at) == 0 && file.u16(at + 2L) == 0 && file.u16(at + 4L) == 0;
            List<ThreadColor> threads = new ArrayList<>();
            int count = plain ? file.u16(at + 6L) : 0;
            at += 8;
            for (int i = 0; i < count && at < end; i++) {
                String code = text();
                int rgb = file.u24be(at);
                at += 8;
                String name = text();
                String brand = text();
                text();
                threads.add(new ThreadColor(rgb, brand, code, name));
            }
            return threads;
        }
    }
}
