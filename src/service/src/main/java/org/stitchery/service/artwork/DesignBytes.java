package org.stitchery.service.artwork;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * The canonical bytes of a design, whose SHA-256 is its name. Independent of any machine format, so that nothing the
 * design says (threads, findings, places) is lost, and the same design always has the same name.
 *
 * <pre>
 * "STITCH1\0"                                   8 bytes
 * name, fabric, hoop                            text each
 * originXMm, originYMm                          IEEE double each
 * count of threads, then rgb, brand, code, name int, int, text, text, text
 * count of commands, then command, x, y         int; byte, int, int   (END included, tenths of a millimetre)
 * count of findings, then severity, code, message, element, xMm, yMm
 * </pre>
 *
 * Numbers are big-endian; text is its length in bytes as an int, then UTF-8; what may be absent has a 0 or 1 before it.
 */
final class DesignBytes {

    private static final byte[] MAGIC = "STITCH1\0".getBytes(StandardCharsets.US_ASCII);

    private DesignBytes() {}

    static byte[] write(
            StitchPattern pattern,
            String fabric,
            String hoop,
            double originXMm,
            double originYMm,
            List<Finding> findings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 9 * pattern.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            text(out, pattern.name());
            text(out, fabric);
            text(out, hoop);
            out.writeDouble(originXMm);
            out.writeDouble(originYMm);
            threads(out, pattern.threads());
            stitches(out, pattern);
            findings(out, findings);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException when the bytes are not a design or do not carry the name
     */
    static DesignRecord read(String sha256, byte[] bytes) {
        String actual = sha256(bytes);
        if (!actual.equals(sha256)) {
            throw new IllegalStateException("Design " + sha256 + " holds the bytes of " + actual);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] magic = in.readNBytes(MAGIC.length);
            if (!MessageDigest.isEqual(magic, MAGIC)) {
                throw new IllegalStateException(
                        "Design " + sha256 + " begins with " + HexFormat.of().formatHex(magic) + " instead of STITCH1");
            }
            String name = text(in);
            String fabric = text(in);
            String hoop = text(in);
            double originXMm = in.readDouble();
            double originYMm = in.readDouble();
            List<ThreadColor> threads = threads(in);
            StitchPattern pattern = stitches(in, name, threads);
            return new DesignRecord(sha256, name, pattern, fabric, hoop, findings(in), originXMm, originYMm);
        } catch (IOException e) {
            throw new IllegalStateException("Design " + sha256 + " ends too early", e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void threads(DataOutputStream out, List<ThreadColor> threads) throws IOException {
        out.writeInt(threads.size());
        for (ThreadColor thread : threads) {
            out.writeInt(thread.rgb());
            text(out, thread.brand());
            text(out, thread.code());
            text(out, thread.name());
        }
    }

    private static List<ThreadColor> threads(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<ThreadColor> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(new ThreadColor(in.readInt(), text(in), text(in), text(in)));
        }
        return threads;
    }

    private static void stitches(DataOutputStream out, StitchPattern pattern) throws IOException {
        out.writeInt(pattern.size());
        for (int i = 0; i < pattern.size(); i++) {
            out.writeByte(pattern.command(i).ordinal());
            out.writeInt(pattern.x(i));
            out.writeInt(pattern.y(i));
        }
    }

    private static StitchPattern stitches(DataInputStream in, String name, List<ThreadColor> threads)
            throws IOException {
        StitchCommand[] commands = StitchCommand.values();
        StitchPattern.Builder builder = StitchPattern.builder(name).threads(threads);
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            StitchCommand command = commands[in.readByte()];
            int x = in.readInt();
            int y = in.readInt();
            if (command != StitchCommand.END) {
                builder.add(command, x, y);
            }
        }
        return builder.build();
    }

    private static void findings(DataOutputStream out, List<Finding> findings) throws IOException {
        out.writeInt(findings.size());
        for (Finding finding : findings) {
            text(out, finding.severity().name());
            text(out, finding.code());
            text(out, finding.message());
            out.writeBoolean(finding.element() != null);
            if (finding.element() != null) {
                text(out, finding.element());
            }
            maybe(out, finding.xMm());
            maybe(out, finding.yMm());
        }
    }

    private static List<Finding> findings(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Finding.Severity severity = Finding.Severity.valueOf(text(in));
            String code = text(in);
            String message = text(in);
            String element = in.readBoolean() ? text(in) : null;
            findings.add(new Finding(severity, code, message, element, maybe(in), maybe(in)));
        }
        return findings;
    }

    private static void maybe(DataOutputStream out, @Nullable Double value) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            out.writeDouble(value);
        }
    }

    private static @Nullable Double maybe(DataInputStream in) throws IOException {
        return in.readBoolean() ? (Double) in.readDouble() : null;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] utf8 = in.readNBytes(length);
        if (utf8.length < length) {
            throw new IOException("text of " + length + " bytes has only " + utf8.length);
        }
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
