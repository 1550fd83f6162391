package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.FormatProof.Written;

class FormatTableTest {

    private static final String BEGIN = "<!-- formats: from the code, see FormatTableTest -->\n\n";
    private static final String END = "\n<!-- /formats -->";

    @Test
    void everyFormatSaysHowFarItIsProven() {
        assertThat(Formats.all())
                .allSatisfy(format -> assertThat(FormatProof.of(format).written() == Written.NOT)
                        .as(format.title())
                        .isEqualTo(format.writer().isEmpty()));
    }

    @Test
    void thereAreFortyFiveFormatsReadAndTwentyWritten() {
        assertThat(Formats.all().stream().filter(format -> format.reader().isPresent()))
                .hasSizeGreaterThanOrEqualTo(45);
        assertThat(Formats.all().stream().filter(format -> format.writer().isPresent()))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    /** With {@code -Dformats.readme=write} the table is written there instead. */
    @Test
    void theReadmeHasTheTableAsTheCodeDeclaresIt() throws Exception {
        Path readme = project(Path.of("").toAbsolutePath()).resolve("README.md");
        String text = Files.readString(readme);
        int from = text.indexOf(BEGIN) + BEGIN.length();
        int to = text.indexOf(END);
        assertThat(text).contains(BEGIN, END);

        if ("write".equals(System.getProperty("formats.readme"))) {
            Files.writeString(readme, text.substring(0, from) + FormatTable.markdown() + text.substring(to));
        } else {
            assertThat(text.substring(from, to)).isEqualTo(FormatTable.markdown());
        }
    }

    private static Path project(Path folder) {
        return Files.exists(folder.resolve("machine-drivers"))
                ? folder
                : project(Objects.requireNonNull(folder.getParent(), "no folder of the project above"));
    }
}
