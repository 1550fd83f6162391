package org.stitchery.driver.httppull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/** Programs that are not ours come and ask: curl, and the two example agents. */
@Timeout(120)
class PullPeersTest {

    private static final Path AGENTS = Path.of("agents").toAbsolutePath();

    private final Path folder;
    private final byte[] design = new byte[60_000];

    PullPeersTest(@TempDir Path folder) {
        this.folder = folder;
        new Random(5).nextBytes(design);
    }

    @Test
    void thePythonAgentSewsAndSaysSo() throws Exception {
        assumeProgram("python3");
        Path sewn = folder.resolve("sewn.dst");
        try (RealDesk desk = new RealDesk(folder.resolve("fences"), Map.of())) {
            CompletableFuture<Outcome> outcome = desk.deliver("ROSE-7", design);
            Process agent = run(
                    "python3",
                    AGENTS.resolve("agent.py").toString(),
                    desk.url(),
                    RealDesk.TOKEN,
                    "--once",
                    "sh",
                    "-c",
                    "sleep 0.5; cp \"$0\" " + sewn);
            assertThat(outcome.get(90, TimeUnit.SECONDS)).isInstanceOf(Outcome.Sewn.class);
            assertThat(agent.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(agent.exitValue()).as(said(agent)).isZero();
            assertThat(sewn).hasBinaryContent(design);
            assertThat(desk.events()).contains(new MachineEvent.Sewing());
        }
    }

    @Test
    void anAgentWhoseNeedleFailsLeavesItUnknown() throws Exception {
        assumeProgram("python3");
        try (RealDesk desk = new RealDesk(folder.resolve("fences"), Map.of())) {
            CompletableFuture<Outcome> outcome = desk.deliver("ROSE-7", design);
            run("python3", AGENTS.resolve("agent.py").toString(), desk.url(), RealDesk.TOKEN, "--once", "false");
            assertThat(outcome.get(90, TimeUnit.SECONDS)).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> {
                assertThat(unknown.bytesAccepted()).isEqualTo(design.length);
                assertThat(unknown.detail()).contains("given up");
            });
        }
    }

    @Test
    void theShellAgentTakesTheDesignWithCurl() throws Exception {
        assumeProgram("curl");
        Path header = Files.writeString(folder.resolve("header"), "Authorization: Bearer " + RealDesk.TOKEN + "\n");
        Path press = Files.createDirectory(folder.resolve("press"));
        try (RealDesk desk = new RealDesk(folder.resolve("fences"), Map.of("reports", "taken"))) {
            CompletableFuture<Outcome> outcome = desk.deliver("ROSE-7", design);
            Process agent =
                    run("sh", AGENTS.resolve("agent.sh").toString(), desk.url(), header.toString(), press.toString());
            assertThat(agent.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said(agent)).isEqualTo("go\n");
            assertThat(outcome.get(30, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(delivered.evidence()).isEqualTo(Evidence.ACKNOWLEDGED));
            assertThat(press.resolve("ROSE-7.dst")).hasBinaryContent(design);
        }
    }

    @Test
    void aPlainFileIsFetchedByCurlOnceAndOnlyOnce() throws Exception {
        assumeProgram("curl");
        Path got = folder.resolve("got.dst");
        try (RealDesk desk = new RealDesk(folder.resolve("fences"), Map.of("reports", "nothing"))) {
            String file = desk.url() + "/rose-7.DST";
            CompletableFuture<Outcome> outcome = desk.deliver("ROSE-7", design);
            assertThat(curl(desk.url() + "/")).isEqualTo("ROSE-7.dst\n");
            assertThat(curl("--head", file)).contains("200").containsIgnoringCase("content-length: 60000");
            curl("--output", got.toString(), file);
            assertThat(outcome.get(30, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(delivered.evidence()).isEqualTo(Evidence.ON_THE_WIRE));
            assertThat(got).hasBinaryContent(design);
            assertThat(curl("--write-out", "%{http_code}", "--output", "/dev/null", file))
                    .isEqualTo("404");
        }
    }

    private String curl(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(
                List.of("curl", "--silent", "--show-error", "--max-time", "30", "--user", "press:" + RealDesk.TOKEN));
        words.addAll(List.of(more));
        Process curl = run(words.toArray(String[]::new));
        String said = said(curl);
        assertThat(curl.waitFor()).as(said).isZero();
        return said;
    }

    private static Process run(String... words) throws IOException {
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assumeProgram(String name) throws InterruptedException {
        boolean there;
        try {
            there = run(name, "--version").waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, name + " is not installed");
    }
}
