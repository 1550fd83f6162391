package org.stitchery.driver.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.check.Answer.Result;
import org.stitchery.plugin.InspectedJar;

/** The template's JAR under check, as it is and with a fault in it. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder in
class DriverCheckTest {

    private static final Path TEMPLATE = Path.of("../template/src/main");
    private static final Duration LIMIT = Duration.ofSeconds(180);

    @TempDir
    Path temp;

    @Test
    void anHonestDriverGetsItsCertificate() throws Exception {
        Path jar = jar("", "", List.of());
        List<Answer> heard = new ArrayList<>();
        List<Answer> answers = DriverCheck.ask(jar, List.of(), LIMIT, heard::add);
        assertThat(answers)
                .filteredOn(answer -> answer.result() == Result.FAILED)
                .isEmpty();
        assertThat(answers)
                .filteredOn(answer -> answer.result() == Result.PASSED)
                .hasSizeGreaterThan(20);
        assertThat(heard).isEqualTo(answers);
        Certificate certificate = new Certificate(InspectedJar.of(jar), List.of(), "1", Instant.EPOCH, answers);
        assertThat(certificate.passed()).isTrue();
        assertThat(certificate.text())
                .contains("driver     example-tape-feed 1.0.0", "contract   1, asked against 1", "1970-01-01T00:00:00Z")
                .contains("it holds every conversation of its transcripts: ", "verdict    passed");
    }

    @Test
    void aDriverThatClaimsTooMuchIsCaughtAndTheQuestionIsNamed() throws Exception {
        Path jar = jar(" && transport.unsent() == 0", "", List.of());
        List<Answer> answers = DriverCheck.ask(jar, List.of(), LIMIT, answer -> {});
        assertThat(answers)
                .filteredOn(answer -> answer.result() == Result.FAILED)
                .isNotEmpty()
                .anySatisfy(answer -> assertThat(answer.detail()).contains("every byte has reached the machine"));
        Certificate certificate = new Certificate(InspectedJar.of(jar), List.of(), "1", Instant.EPOCH, answers);
        assertThat(certificate.passed()).isFalse();
        assertThat(certificate.text()).contains("verdict    FAILED");
    }

    @Test
    void aDriverThatHangsIsEndedWithTheLimit() throws Exception {
        Path jar =
                jar("        voice.hear();\n        if (aborted)", "while (nowNanos != 1) {}\nif (aborted)", List.of());
        List<Answer> answers = DriverCheck.ask(jar, List.of(), Duration.ofSeconds(8), answer -> {});
        Answer last = answers.get(answers.size() - 1);
        assertThat(last.result()).isEqualTo(Result.FAILED);
        assertThat(last.detail()).contains("within 8 s");
    }

    @Test
    void aDriverThatEndsTheProgramIsCaught() throws Exception {
        Path jar = jar("        voice.hear();\n        if (aborted)", "System.exit(0);\nif (aborted)", List.of());
        List<Answer> answers = DriverCheck.ask(jar, List.of(), LIMIT, answer -> {});
        assertThat(answers.get(answers.size() - 1).detail()).contains("before all was asked");
    }

    @Test
    void whatTheJarLacksForACheckIsTold() throws Exception {
        for (Map.Entry<String, String> missing : Map.of(
                        "order.properties", "order.properties is missing",
                        "rose.dst", "rose.dst is missing",
                        "held.txt", "held.txt is missing")
                .entrySet()) {
            Path jar = jar("", "", List.of("META-INF/stitchery/check/" + missing.getKey()));
            assertThatThrownBy(() -> DriverCheck.ask(jar, List.of(), LIMIT, answer -> {}))
                    .isInstanceOf(IncompleteJarException.class)
                    .hasMessageContaining(missing.getValue());
        }
    }

    private Path jar(String inTapeFeed, String replacement, List<String> without) throws IOException {
        Path work = Files.createTempDirectory(temp, "jar");
        Path classes = work.resolve("classes");
        List<String> arguments = new ArrayList<>(
                List.of("--release", "17", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (Path source : files(TEMPLATE.resolve("java"))) {
            Path copy = work.resolve(String.valueOf(source.getFileName()));
            String text = Files.readString(source);
            Files.writeString(
                    copy,
                    copy.endsWith("TapeFeed.java") && !inTapeFeed.isEmpty()
                            ? text.replace(inTapeFeed, replacement)
                            : text);
            arguments.add(copy.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.0.0");
        manifest.getMainAttributes().put(new Attributes.Name("Stitchery-Driver-Id"), "example-tape-feed");
        manifest.getMainAttributes().put(new Attributes.Name("Stitchery-Contract"), "1");
        Path jar = work.resolve("driver.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path below : List.of(classes, TEMPLATE.resolve("resources"))) {
                for (Path file : files(below)) {
                    String name = below.relativize(file).toString();
                    if (!without.contains(name)) {
                        out.putNextEntry(new JarEntry(name));
                        Files.copy(file, out);
                    }
                }
            }
        }
        return jar;
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
