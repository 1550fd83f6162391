package org.stitchery.embroidery;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * The stitch files of other programs, which lie beside the project and are not part of it. Where they are absent, the
 * test that asks for them is skipped.
 */
public final class Samples {

    private Samples() {}

    /** The folder of samples, or the test is skipped. */
    public static Path folder() {
        Path place = Path.of("").toAbsolutePath();
        while (place != null) {
            Path samples = place.resolveSibling("shared").resolve("samples");
            if (Files.isDirectory(samples)) {
                return samples;
            }
            place = place.getParent();
        }
        return abort("skipped: there is no folder ../shared/samples beside the project");
    }

    /** All bytes of a sample, by its path within the folder. */
    public static byte[] bytes(String path) throws IOException {
        return Files.readAllBytes(folder().resolve(path));
    }

    /** Paths within the folder of the files with this ending, sorted. */
    public static List<String> files(String subfolder, String ending) {
        Path samples = folder();
        try (Stream<Path> files = Files.list(samples.resolve(subfolder))) {
            return files.map(file -> samples.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The expected stream of a sample as lines {@code x y COMMAND}, or an empty list where there is none.
     *
     * @param kind {@code cooked} or {@code raw}
     */
    public static List<String> vector(String path, String kind) throws IOException {
        return allLines(path, kind).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The expected threads of a sample as {@code #rrggbb}, or an empty list. */
    public static List<String> threads(String path, String kind) throws IOException {
        return allLines(path, kind).stream()
                .filter(line -> line.startsWith("# thread "))
                .map(line -> line.split(" ")[3])
                .toList();
    }

    private static List<String> allLines(String path, String kind) throws IOException {
        String name = path.startsWith("synthetic") ? path.substring(0, path.lastIndexOf('.')) : path;
        Path file = folder().resolve("vectors").resolve(name + "." + kind + ".vec.gz");
        List<String> lines = new ArrayList<>();
        if (Files.exists(file)) {
            try (BufferedReader in = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            }
        }
        return lines;
    }

    /** A pattern in the same words as {@link #vector}. */
    public static List<String> lines(StitchPattern pattern) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            lines.add(pattern.x(i) + " " + pattern.y(i) + " " + pattern.command(i));
        }
        return lines;
    }
}
