package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The driver for machines that come and ask, checked as its author would, with the machines of its tests beside it. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder in
class DriverCheckCommandTest {

    private static final Path HTTP_PULL = Path.of("../../machine-drivers/http-pull/src");
    private static final String TESTS = "test/java/org/stitchery/driver/httppull/";

    @TempDir
    static Path temp;

    private static Path driver;
    private static Path machines;

    @BeforeAll
    static void pack() throws IOException {
        Path classes = temp.resolve("classes");
        compile(classes, files(HTTP_PULL.resolve("main/java")), "");
        driver = jar("driver.jar", manifest(), List.of(classes, HTTP_PULL.resolve("main/resources")));
        Path played = temp.resolve("played");
        List<Path> sources = Stream.of("HttpPullAskers", "Agent", "FileFetcher")
                .map(name -> HTTP_PULL.resolve(TESTS + name + ".java"))
                .toList();
        compile(played, sources, classes + System.getProperty("path.separator"));
        machines = jar("machines.jar", new Manifest(), List.of(played, HTTP_PULL.resolve("test/resources")));
    }

    @Test
    void aDriverWhoseMachinesComeAndAskGetsItsCertificateInEachOfItsSettings() throws IOException {
        Path certificate = temp.resolve("certificate.txt");
        Run run = Run.stitchery("driver", "check", driver, "--with", machines, "-o", certificate);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("verdict    passed");
        assertThat(Files.readString(certificate))
                .contains("driver     http-pull 7", "with       machines.jar, sha-256 ")
                .contains("passed     of two machines that ask one sews")
                .contains("passed     taken.properties: of two machines that ask one sews")
                .contains(
                        "passed     nothing.properties: a connection that ends at any byte of any answer spoils nothing")
                .doesNotContain("FAILED");
    }

    @Test
    void withoutAMachineThatAsksItSaysWhatIsMissing() throws IOException {
        Path alone =
                jar("alone.jar", manifest(), List.of(temp.resolve("classes"), HTTP_PULL.resolve("main/resources")));
        Run bare = Run.stitchery("driver", "check", alone);
        assertThat(bare.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(bare.err()).contains("META-INF/stitchery/check/order.properties is missing");
        Path order = jar("order.jar", new Manifest(), List.of(HTTP_PULL.resolve("test/resources")));
        Run noMachine = Run.stitchery("driver", "check", alone, "--with", order);
        assertThat(noMachine.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(noMachine.err()).contains("The machine that asks cannot be made", "HttpPullAskers");
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "7");
        manifest.getMainAttributes().put(new Attributes.Name("Stitchery-Driver-Id"), "http-pull");
        manifest.getMainAttributes().put(new Attributes.Name("Stitchery-Contract"), "1");
        return manifest;
    }

    private static void compile(Path into, List<Path> sources, String before) {
        String classPath = before + System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-d", into.toString(), "-cp", classPath));
        sources.forEach(source -> arguments.add(source.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static Path jar(String name, Manifest manifest, List<Path> folders) throws IOException {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Path jar = temp.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path below : folders) {
                for (Path file : files(below)) {
                    out.putNextEntry(new JarEntry(below.relativize(file).toString()));
                    Files.copy(file, out);
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
