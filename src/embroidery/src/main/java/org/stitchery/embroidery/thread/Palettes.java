package org.stitchery.embroidery.thread;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * The charts we bring along. Each is a text file beside this class, {@code code, rgb, name} parted by tabs, its title
 * in the first line; a new one is a file and a line here.
 *
 * <p>Numbers and names of a maker's chart are facts; its screen colours are somebody's approximation, and each file says
 * whose. Those of home machines' makers keep the order by which the makers' stitch formats number them.
 */
public final class Palettes {

    /** The chart used where none is chosen: 40-weight colours that any brand has. */
    public static final ThreadPalette STITCHERY_40 = load("stitchery-40");

    private static final List<ThreadPalette> ALL = Stream.concat(
                    Stream.of(STITCHERY_40),
                    Stream.of(
                                    "isacord",
                                    "madeira-polyneon",
                                    "madeira-rayon",
                                    "robison-anton-polyester",
                                    "brother",
                                    "janome",
                                    "janome-sew",
                                    "husqvarna",
                                    "husqvarna-shv",
                                    "pfaff-pcm")
                            .map(Palettes::load))
            .toList();

    private Palettes() {}

    /** All charts, the usual one first. */
    public static List<ThreadPalette> all() {
        return ALL;
    }

    /** By name; letter case, spaces and dashes do not matter: {@code "stitchery-40"} finds "Stitchery 40". */
    public static Optional<ThreadPalette> byName(String name) {
        String wanted = plain(name);
        return ALL.stream()
                .filter(palette -> plain(palette.name()).equals(wanted))
                .findFirst();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(" ", "").replace("-", "").replace("_", "");
    }

    private static ThreadPalette load(String file) {
        String resource = file + ".tsv";
        try (InputStream in = Palettes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The chart " + resource + " is missing beside " + Palettes.class);
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String title = lines.get(0).substring(1).strip();
            List<ThreadColor> threads = new ArrayList<>();
            for (String line : lines) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t", -1);
                    threads.add(new ThreadColor(Integer.parseInt(columns[1], 16), title, columns[0], columns[2]));
                }
            }
            return new ThreadPalette(title, threads);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The chart " + resource + " cannot be read", unreadable);
        }
    }
}
