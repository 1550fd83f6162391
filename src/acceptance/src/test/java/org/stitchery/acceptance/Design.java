package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What should be sewn, found without the service: the packaged command line digitizes the same drawing with the same
 * choices in another process. That it must come out equal is a promise of its own.
 */
final class Design {

    private Design() {}

    /** The stitches of a drawing at a width, everything else as the portal offers it. */
    static StitchPattern of(Path svg, int widthMm, Path workFolder) throws Exception {
        Path dst = Files.createTempFile(workFolder, "expected", ".dst");
        Program digitized = Program.stitchery(
                workFolder, "digitize", svg.toString(), "-o", dst.toString(), "--width", String.valueOf(widthMm));
        assertThat(digitized.exitCode()).as(digitized.err()).isZero();
        return Formats.read(Files.readAllBytes(dst), dst.getFileName().toString(), ReadOptions.cooked())
                .pattern();
    }
}
