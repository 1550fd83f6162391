package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.Sewing;

/**
 * A driver as somebody else would write it: from the template, against nothing but the contract's JAR, built outside of
 * this house; and a service that was running before it was there.
 */
class ForeignDriverTest {

    private static final String DRIVER = "example-tape-feed";
    private static final String FILE = "example-tape-feed-1.0.0.jar";
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aDriverBuiltElsewherePassesTheCheckComesIntoTheRunningServiceAndSews(@TempDir Path folder) throws Exception {
        Path jar = build(folder);
        Path drawing = Checkout.patterns().stream()
                .filter(p -> p.endsWith("snowflake.svg"))
                .findFirst()
                .orElseThrow();
        StitchPattern expected = Design.of(drawing, 60, folder);

        Path certificate = folder.resolve("certificate.txt");
        Program check = Program.stitchery(folder, "driver", "check", jar.toString(), "-o", certificate.toString());
        assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
        assertThat(certificate).content().contains(DRIVER + " 1.0.0", "0 failed", "verdict    passed");

        try (RunningService service =
                RunningService.start(folder.resolve("data"), Map.of("STITCHERY_DEMO_SPEED_UP", "100"))) {
            Workshop workshop = new Workshop(service);
            assertThat(workshop.drivers()).contains("tape-reader").doesNotContain(DRIVER);

            Path drivers = service.data().resolve("drivers");
            Files.copy(jar, drivers.resolve(FILE));
            String line = await("refused, with the line that would allow it")
                    .atMost(SOON)
                    .until(() -> workshop.lineThatWouldAllow(FILE), found -> !found.isEmpty());
            assertThat(check.out()).contains(line.substring(0, 64));
            assertThat(workshop.drivers()).doesNotContain(DRIVER);

            Files.writeString(drivers.resolve("allowed.sha256"), line + "\n", StandardOpenOption.CREATE);
            await("driver at hand").atMost(SOON).until(() -> workshop.drivers().contains(DRIVER));

            String machine = workshop.machines().get(0);
            workshop.setDriver(machine, DRIVER);
            workshop.order(drawing, 60, 1);
            Workshop.Run run = workshop.startable(machine);
            assertThat(workshop.start(run)).isEqualTo(200);
            Workshop.Run started = await("under way")
                    .atMost(SOON)
                    .until(() -> workshop.run(run.id()), now -> !now.label().isEmpty());
            Sewing sewn = new Needle(service.data()).waitForEnd(started.label());
            assertThat(sewn.differencesFrom(expected)).isEmpty();
            assertThat(new Needle(service.data()).sewings(started.label())).hasSize(1);

            Files.delete(drivers.resolve(FILE));
            await("driver gone").atMost(SOON).until(() -> !workshop.drivers().contains(DRIVER));
            await("machine without a driver")
                    .atMost(SOON)
                    .until(() -> service.log().contains("driver \"" + DRIVER + "\"")
                            || !List.of("IDLE", "RESERVED", "SEWING").contains(workshop.machineState(machine)));
        }
    }

    /** As {@code mvn package} does it in the template's folder, with the tools of the JDK. */
    private static Path build(Path folder) throws IOException {
        Path copy = folder.resolve("my-driver");
        copy(Checkout.driverTemplate().resolve("src/main"), copy);
        Path classes = copy.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-d",
                classes.toString(),
                "-cp",
                Checkout.contractJar().toString()));
        files(copy.resolve("java")).forEach(source -> arguments.add(source.toString()));
        int compiled = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(compiled).isZero();
        copy(copy.resolve("resources"), classes);
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(new Attributes.Name("Stitchery-Driver-Id"), DRIVER);
        main.put(new Attributes.Name("Stitchery-Contract"), "1");
        main.put(Attributes.Name.IMPLEMENTATION_VERSION, "1.0.0");
        Path jar = folder.resolve(FILE);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Path file : files(classes)) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.resolveSibling("."));
            Files.copy(file, target);
        }
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
