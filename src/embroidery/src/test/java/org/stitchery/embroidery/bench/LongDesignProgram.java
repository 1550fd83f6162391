package org.stitchery.embroidery.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Writes a long design into a file and reads it again, format by format: {@code STITCHES FOLDER FORMAT...}. To be run in a
 * small heap, with {@code -Xmx64m} for five million.
 */
public final class LongDesignProgram {

    private LongDesignProgram() {}

    public static void main(String[] arguments) throws IOException {
        int stitches = Integer.parseInt(arguments[0]);
        for (int i = 2; i < arguments.length; i++) {
            EmbroideryFormat format = Formats.byId(arguments[i]).orElseThrow();
            Path file = Path.of(arguments[1], "long." + format.id());
            write(format, stitches, file);
            byte[] content = Files.readAllBytes(file);
            StitchPattern pattern = format.reader().orElseThrow().read(content).pattern();
            System.out.println(format.id() + ": " + content.length + " bytes, " + pattern.size()
                    + " commands in a heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        }
    }

    /** The design is out of the way before its file is read. */
    private static void write(EmbroideryFormat format, int stitches, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            format.writer().orElseThrow().stream(LongDesign.of(stitches), WriteOptions.usual(), out);
        }
    }
}
