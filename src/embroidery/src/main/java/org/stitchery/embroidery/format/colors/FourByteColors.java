package org.stitchery.embroidery.format.colors;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.ThreadColor;

/** Lists of four bytes for each use: red, green, blue and one that is zero. */
final class FourByteColors {

    private static final int BYTES = 4;

    private FourByteColors() {}

    static byte[] write(List<ColorUse> uses) {
        ByteBuffer into = ByteBuffer.allocate(BYTES * uses.size());
        uses.forEach(use -> into.putInt(use.thread().rgb() << 8));
        return into.array();
    }

    static List<ColorUse> read(ByteSource file) throws FormatException {
        if (file.size() % BYTES != 0 || file.size() / BYTES > ColorList.MOST_USES) {
            throw file.wrong(
                    file.size(),
                    "four bytes for each of up to " + ColorList.MOST_USES + " colours",
                    "the end of the file");
        }
        List<ColorUse> uses = new ArrayList<>();
        for (int at = 0; at < file.size(); at += BYTES) {
            uses.add(new ColorUse(ThreadColor.ofRgb(file.u24be(at)), 0));
        }
        return uses;
    }
}
