package org.stitchery.service.production;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.dialect.Dialect;
import org.stitchery.embroidery.dialect.Dialects;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.gcode.GcodeFormat;
import org.stitchery.embroidery.model.StitchCommand;
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

    private static final String DST = "dst";
    private static final String GCODE = "gcode-";

    /** In the first of these formats that is written here; empty when none is. */
    static Optional<EncodedDesign> of(StitchPattern pattern, String label, List<String> formats) {
        return formats.stream()
                .flatMap(id -> Formats.byId(id).stream())
                .filter(format -> format.writer().isPresent())
                .findFirst()
                .map(format -> encoded(pattern.withName(label), Dialect.usual(format)));
    }

    /** In a machine's dialect, when that is of one of these formats; without one as {@link #of(StitchPattern, String, List)}. */
    static Optional<EncodedDesign> of(StitchPattern pattern, String label, List<String> formats, String dialect) {
        return dialect.isEmpty()
                ? of(pattern, label, formats)
                : Dialects.BUILT_IN
                        .byId(dialect)
                        .filter(spoken -> formats.contains(spoken.format().id()))
                        .map(spoken -> encoded(pattern.withName(label), spoken));
    }

    static EncodedDesign dst(StitchPattern pattern, String label) {
        return of(pattern, label, List.of(DST)).orElseThrow(() -> new IllegalStateException("DST cannot be written"));
    }

    private static EncodedDesign encoded(StitchPattern pattern, Dialect dialect) {
        byte[] content = dialect.write(pattern).file().bytes();
        String format = dialect.format().id();
        return new EncodedDesign(format, content, sha256(content), stitches(format, content, pattern));
    }

    private static StitchMap stitches(String format, byte[] content, StitchPattern pattern) {
        if (format.equals(DST)) {
            return StitchMap.ofDst(content);
        }
        return format.startsWith(GCODE)
                ? StitchMap.ofEnds(GcodeFormat.penetrationEnds(content))
                : StitchMap.whole(pattern.count(StitchCommand.STITCH), content.length);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
