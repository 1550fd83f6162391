package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.bench.LongDesign;
import org.stitchery.embroidery.bench.LongDesignProgram;
import org.stitchery.embroidery.model.StitchPattern;

/** Designs of millions of stitches, in little memory. */
class LongDesignTest {

    /** Longer than a flag across a back; nothing that is sewn has more. */
    private static final int MANY = 5_000_000;

    /** What a writer may allocate however long the design is: buffers, and pictures in the file. */
    private static final long BOUND = 4L << 20;

    /** Their lines of text are made one by one; the rubbish is in proportion, what is held is not. */
    private static final Set<String> TEXT = Set.of("gcode");

    private static final StitchPattern LONG = LongDesign.of(MANY / 10);
    private static final StitchPattern SHORT = LongDesign.of(10);

    static List<EmbroideryFormat> written() {
        return Formats.all().stream().filter(f -> f.writer().isPresent()).toList();
    }

    @ParameterizedTest
    @MethodSource("written")
    void anyLengthIsWrittenInTheMemoryOfAFewBuffers(EmbroideryFormat format) throws IOException {
        assumeThat(TEXT).noneMatch(format.id()::startsWith);
        stream(format, SHORT);
        try {
            assertThat(stream(format, LONG)).isLessThan(BOUND);
        } catch (IllegalArgumentException tooLong) {
            // A format that counts in two bytes says so, and that is well.
            assertThat(tooLong.getMessage()).isNotBlank();
        }
    }

    private static long stream(EmbroideryFormat format, StitchPattern pattern) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        format.writer().orElseThrow().stream(pattern, WriteOptions.usual(), OutputStream.nullOutputStream());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The file's bytes included, 15 MB for a DST. */
    @Test
    void fiveMillionStitchesAreReadWithin64MegabytesOfHeap(@TempDir Path folder) throws Exception {
        Path printed = folder.resolve("printed");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongDesignProgram.class.getName(),
                        Integer.toString(MANY),
                        folder.toString(),
                        "dst",
                        "exp",
                        "jef",
                        "pes",
                        "vp3")
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();

        assertThat(program.waitFor()).as(() -> text(printed)).isZero();
        assertThat(Files.readAllLines(printed))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).contains("MB"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
