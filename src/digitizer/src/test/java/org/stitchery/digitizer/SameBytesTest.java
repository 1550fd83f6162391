package org.stitchery.digitizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Same drawing, same stitches: in one thread and in eight, in this process and in another, on every Java that builds this
 * project. For the last, what each drawing gives is written in {@code digests.tsv}: renewed with one Java, and checked
 * with another by {@code check} in place of {@code renew}:
 *
 * <pre>./mvnw -o test -pl src/digitizer -am -Dtest=SameBytesTest -Dsurefire.failIfNoSpecifiedTests=false -Ddigests=renew
 * </pre>
 */
class SameBytesTest {

    private static final Path PATTERNS = Path.of("..", "..", "patterns");
    private static final Path DIGESTS = Path.of("src/test/resources/org/stitchery/digitizer/digests.tsv");
    private static final List<String> NAMES = List.of("anchor", "honey-bee", "monstera-leaf", "rocket", "snowflake");

    @Test
    @EnabledIfSystemProperty(named = "digests", matches = "check|renew")
    void everyJavaGivesTheStitchesThatAreWrittenDown() throws IOException {
        Map<String, String> found = new TreeMap<>();
        NAMES.forEach(name -> found.put(name, Digest.of(svg(name))));
        if ("renew".equals(System.getProperty("digests"))) {
            StringBuilder text = new StringBuilder("# Renewed by SameBytesTest: drawing, SHA-256 of its stitches.\n");
            found.forEach((name, digest) ->
                    text.append(name).append('\t').append(digest).append('\n'));
            Files.writeString(DIGESTS, text);
        }
        Map<String, String> written = new TreeMap<>();
        for (String line : Files.readAllLines(DIGESTS)) {
            if (!line.startsWith("#")) {
                written.put(line.substring(0, line.indexOf('\t')), line.substring(line.indexOf('\t') + 1));
            }
        }
        assertThat(found)
                .as("digests.tsv, which is to be renewed when stitches change on purpose")
                .isEqualTo(written);
    }

    @Test
    void eightThreadsGiveWhatOneGives() throws Exception {
        Map<String, String> alone = new TreeMap<>();
        NAMES.forEach(name -> alone.put(name, Digest.of(svg(name))));
        ExecutorService eight = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> together = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = NAMES.get(i % NAMES.size());
                together.add(eight.submit(() -> Digest.of(svg(name))));
            }
            for (int i = 0; i < 8; i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(NAMES.get(i % NAMES.size())));
            }
        } finally {
            eight.shutdownNow();
        }
    }

    @Test
    void anotherProcessGivesTheSame() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Digest.class.getName(),
                        svg("honey-bee").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(printed.strip()).isEqualTo(Digest.of(svg("honey-bee")));
    }

    private static Path svg(String name) {
        return PATTERNS.resolve(name + ".svg");
    }
}
