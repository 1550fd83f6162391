package org.stitchery.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;

/** Files to work on. */
final class Samples {

    static final String DRAWING = """
            <svg xmlns='http://www.w3.org/2000/svg' width='60mm' height='40mm' viewBox='0 0 60 40'>
              <rect id='cloth' x='5' y='5' width='50' height='30' fill='#c81e2b'/>
              <circle id='sun' cx='30' cy='20' r='9' fill='#ffd200'/>
              <path d='M10 30 L50 30' stroke='#123a7a' stroke-width='1.5' fill='none'/>
            </svg>
            """;

    private Samples() {}

    static Path drawing(Path folder) throws IOException {
        return write(folder, "flag.svg", DRAWING);
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Three stitches, a trim, a colour change, two stitches. */
    static StitchPattern small() {
        return StitchPattern.builder("SMALL")
                .stitchTo(0, 0)
                .stitchTo(30, 10)
                .stitchTo(60, 0)
                .trim()
                .jumpTo(100, 100)
                .colorChange()
                .stitchTo(100, 100)
                .stitchTo(130, -40)
                .build();
    }

    static Path design(Path folder, StitchPattern pattern) throws IOException {
        byte[] bytes = DstFormat.DST
                .writer()
                .orElseThrow()
                .write(pattern, WriteOptions.usual())
                .file()
                .bytes();
        return Files.write(folder.resolve("design.dst"), bytes);
    }

    /** Drawings that mean harm, kept beside the checkout. */
    static Path hostile(String name) {
        Path file = Path.of("../../../shared/hostile-svg").resolve(name);
        assumeThat(file).as("needs the hostile drawings beside the checkout").exists();
        return file;
    }
}
