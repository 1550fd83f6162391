package org.stitchery.driver.artista;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;

/** The little this driver has to know of an EXP file: where its records are, so that nothing else goes to a machine. */
final class ExpBody {

    private static final byte COMMAND = (byte) 0x80;
    private static final byte STOP_CODE = (byte) 0x81;
    private static final byte END_OF_TEXT = 0x1A;
    private static final int PICTURE_WIDTH = 72;
    private static final int PICTURE_HEIGHT = 62;
    private static final int PICTURE_ROW_BYTES = PICTURE_WIDTH / 8;

    private ExpBody() {}

    /** Why this order cannot be uploaded, null when it can. */
    static @Nullable String objection(DeliveryOrder order) {
        if (!order.format().equals(ArtistaDriver.FORMAT)) {
            return "An artista takes " + ArtistaDriver.FORMAT + ", found " + order.format() + ".";
        }
        byte[] body = of(order.content());
        if (body.length > ArtistaDriver.LARGEST_BODY_BYTES) {
            return "The design has " + body.length + " bytes, the most is " + ArtistaDriver.LARGEST_BODY_BYTES + ".";
        }
        int at = 0;
        while (at + 1 < body.length - 2) {
            boolean command = body[at] == COMMAND;
            int code = body[at + 1] & 0xFF;
            if (command && code != 1 && code != 2 && code != 4 && code != 0x80) {
                return String.format("The design has a command %02X at byte %d, which is none of EXP.", code, at);
            }
            at += command ? 4 : 2;
        }
        return at == body.length - 2 ? null : "The design breaks off in the middle of a record.";
    }

    /** The records, closed with 80 81 as the machine wants them. */
    static byte[] of(byte[] file) {
        int length = file.length;
        if (length % 2 == 1 && file[length - 1] == END_OF_TEXT) {
            length--;
        }
        boolean closed = length >= 2 && file[length - 2] == COMMAND && file[length - 1] == STOP_CODE;
        byte[] body = Arrays.copyOf(file, closed ? length : length + 2);
        body[body.length - 2] = COMMAND;
        body[body.length - 1] = STOP_CODE;
        return body;
    }

    /** What goes to {@link Place#MAIN}: 166 zeros behind a word of zero, lengths of body and extra block, the body. */
    static byte[] mainBlock(byte[] body) {
        byte[] block = new byte[176 + body.length];
        for (int i = 0; i < 4; i++) {
            block[0xA8 + i] = (byte) (body.length >>> 8 * (3 - i));
        }
        System.arraycopy(body, 0, block, 176, body.length);
        return block;
    }

    /** What goes to {@link Place#PREVIEW}: 174 bytes that say 72 by 62 dots, then the dots, each where a stitch is. */
    static byte[] preview(byte[] body) {
        byte[] block = new byte[174 + 558];
        block[2] = 0x09;
        block[3] = 0x3E;
        block[4] = (byte) 0xFF;
        int[] box = {0, 0, 0, 0};
        walk(body, (x, y) -> {
            box[0] = Math.min(box[0], x);
            box[1] = Math.min(box[1], y);
            box[2] = Math.max(box[2], x);
            box[3] = Math.max(box[3], y);
        });
        int across = Math.max(1, box[2] - box[0]);
        int down = Math.max(1, box[3] - box[1]);
        int scale = Math.max(
                (across + PICTURE_WIDTH - 1) / (PICTURE_WIDTH - 1), (down + PICTURE_HEIGHT - 1) / (PICTURE_HEIGHT - 1));
        walk(body, (x, y) -> {
            int column = (x - box[0]) / scale;
            int row = (box[3] - y) / scale;
            block[174 + row * PICTURE_ROW_BYTES + column / 8] |= (byte) (0x80 >> column % 8);
        });
        return block;
    }

    private interface Stitches {
        void at(int x, int y);
    }

    /** Tells where the needle goes down, in tenths, y up. */
    private static void walk(byte[] body, Stitches stitches) {
        int x = 0;
        int y = 0;
        for (int at = 0; at + 1 < body.length - 2; ) {
            boolean command = body[at] == COMMAND;
            int code = command ? body[at + 1] & 0xFF : 2;
            int moveAt = command ? at + 2 : at;
            if (code != 0x80) {
                x += body[moveAt];
                y += body[moveAt + 1];
            }
            if (code == 2) {
                stitches.at(x, y);
            }
            at = moveAt + 2;
        }
    }
}
