package org.stitchery.digitizer.svg;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** From an upload to XML bytes: size cap, a look at what it is, at most one inflate, and that bounded. */
final class UploadBytes {

    private static final int SNIFF = 1024;

    private UploadBytes() {}

    /** @throws IntakeException unless this may be an SVG within the budget */
    static byte[] toXml(byte[] upload, IntakeBudget budget) {
        if (upload.length == 0) {
            throw new IntakeException(RefusalCode.E_EMPTY, "The file is empty. Choose the drawing again.");
        }
        if (upload.length > budget.uploadBytes()) {
            throw new IntakeException(
                    RefusalCode.E_FILE_TOO_LARGE,
                    "The file is larger than " + megabytes(budget.uploadBytes())
                            + ". Remove embedded pictures and simplify the drawing.");
        }
        byte[] xml = isGzip(upload) ? inflated(upload, budget.inflatedBytes()) : upload;
        refuseOthers(xml);
        return withoutLeadingSpace(xml);
    }

    private static byte[] inflated(byte[] upload, int limit) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(upload), 1 << 14)) {
            byte[] all = in.readNBytes(limit + 1);
            if (all.length > limit) {
                throw new IntakeException(
                        RefusalCode.E_INFLATE_LIMIT,
                        "The compressed file unpacks to more than " + megabytes(limit) + ". Simplify the drawing.");
            }
            return all;
        } catch (IOException e) {
            throw new IntakeException(
                    RefusalCode.E_BAD_GZIP,
                    "The compressed file is damaged or cut off. Export it again, or as plain SVG.");
        }
    }

    private static String megabytes(int bytes) {
        return bytes / 1_000_000 + " MB";
    }

    private static void refuseOthers(byte[] b) {
        if (isGzip(b)) {
            throw Refusals.notSvg("a file compressed twice");
        } else if (startsWith(b, 0x89, 'P', 'N', 'G')) {
            throw Refusals.notSvg("a PNG picture");
        } else if (startsWith(b, 0xFF, 0xD8)) {
            throw Refusals.notSvg("a JPEG picture");
        } else if (startsWith(b, 'G', 'I', 'F', '8')) {
            throw Refusals.notSvg("a GIF picture");
        } else if (startsWith(b, 'P', 'K')) {
            throw Refusals.notSvg("a ZIP archive");
        } else if (startsWith(b, '%', 'P', 'D', 'F')) {
            throw Refusals.notSvg("a PDF document");
        } else if (startsWith(b, '%', '!', 'P', 'S')) {
            throw Refusals.notSvg("a PostScript document");
        }
        for (int i = 0; i < Math.min(b.length, SNIFF); i++) {
            int c = b[i] & 0xFF;
            if (c == '<') {
                return;
            }
            boolean markOrSpace = c == 0xEF || c == 0xBB || c == 0xBF || c == 0xFE || c == 0xFF || c == 0;
            if (!markOrSpace && !NumberScanner.isSpace((char) c)) {
                throw Refusals.notSvg("another kind of file");
            }
        }
        throw Refusals.notSvg("another kind of file");
    }

    private static boolean isGzip(byte[] b) {
        return startsWith(b, 0x1F, 0x8B);
    }

    private static boolean startsWith(byte[] b, int... magic) {
        if (b.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((b[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** XML forbids white space before its declaration; files that people have edited have it. */
    private static byte[] withoutLeadingSpace(byte[] b) {
        int i = 0;
        while (i < b.length && NumberScanner.isSpace((char) (b[i] & 0xFF))) {
            i++;
        }
        // White space in a 16-bit encoding without a byte order mark is not ours to cut in half.
        return i == 0 || i + 1 >= b.length || b[i + 1] == 0 ? b : Arrays.copyOfRange(b, i, b.length);
    }
}
