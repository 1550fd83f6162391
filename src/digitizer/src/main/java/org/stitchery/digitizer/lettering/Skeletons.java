package org.stitchery.digitizer.lettering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The skeletons of a file beside this class: strokes by character. */
final class Skeletons {

    private Skeletons() {}

    /** @param file without its ending */
    static Map<Integer, List<PenPath>> read(String file) {
        Map<Integer, List<PenPath>> glyphs = new LinkedHashMap<>();
        lines(file + ".txt").forEach(line -> {
            int gap = line.indexOf(' ');
            glyphs.put(codePoint(line.substring(0, gap)), SkeletonReader.read(line.substring(gap)));
        });
        return glyphs;
    }

    private static int codePoint(String name) {
        return name.startsWith("U+") ? Integer.parseInt(name.substring(2), 16) : name.codePointAt(0);
    }

    /** The lines of a data file, without empty ones and comments. */
    static List<String> lines(String file) {
        try (InputStream bytes = Skeletons.class.getResourceAsStream(file)) {
            if (bytes == null) {
                throw new IllegalStateException(file + " is missing beside " + Skeletons.class.getName());
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
