package org.stitchery.service.production;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * A design as one machine gets it, with the attempt's label as its name.
 *
 * @param format id of the encoding
 * @param content the bytes; not copied, not to be changed
 * @param sha256 of the bytes
 * @param stitches where in the bytes the penetrations are
 */
record EncodedDesign(String format, byte[] content, String sha256, StitchMap stitches) {

    /** The one encoding we stream today. */
    static final String DST = "dst";

    static EncodedDesign dst(StitchPattern pattern, String label) {
        byte[] content = Formats.byId(DST)
                .flatMap(EmbroideryFormat::writer)
                .orElseThrow(() -> new IllegalStateException("DST cannot be written"))
                .write(pattern.withName(label))
                .file()
                .bytes();
        return new EncodedDesign(DST, content, sha256(content), StitchMap.ofDst(content));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
