package org.stitchery.embroidery.format.dst;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.text.StitchText;

/**
 * The sampler as a file and as text. After a change on purpose, {@code -Dgolden.write=true} writes both anew, to be
 * looked at before they are committed.
 */
class DstGoldenTest {

    @Test
    void theSamplerIsWrittenAsItAlwaysWas() throws IOException {
        byte[] written = DstWriter.INSTANCE
                .write(TestPatterns.sampler(), WriteOptions.usual())
                .file()
                .bytes();

        assertThat(written).isEqualTo(golden("sampler.dst", written));
    }

    @Test
    void theGoldenFileIsReadAsItsText() throws IOException {
        StringBuilder text = new StringBuilder();
        StitchText.write(DstReader.INSTANCE.read(sampler()).pattern(), text);

        assertThat(text)
                .hasToString(new String(
                        golden("sampler.csv", text.toString().getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8));
    }

    private static byte[] sampler() throws FormatException {
        return DstWriter.INSTANCE.write(TestPatterns.sampler()).file().bytes();
    }

    private static byte[] golden(String name, byte[] current) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.write(
                    Files.createDirectories(Path.of("src/test/resources/org/stitchery/embroidery/format/dst"))
                            .resolve(name),
                    current);
            return current;
        }
        try (InputStream in = DstGoldenTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        }
    }
}
