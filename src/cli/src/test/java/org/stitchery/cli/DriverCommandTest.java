package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverCommandTest {

    @Test
    void theListHasOurOwnDriversAndSaysWhereTheyComeFrom(@TempDir Path empty) {
        Run run = Run.stitchery("driver", "list", "--drivers", empty);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().filter(line -> line.startsWith("tape-reader")))
                .singleElement()
                .asString()
                .contains("line", "dst", "with stitchery");
        assertThat(run.out()).contains("\nfolder ");
    }

    @Test
    void whatIsRefusedIsToldWithTheReason(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.jar"), "this is no archive");
        Files.setLastModifiedTime(wrong, FileTime.fromMillis(1_000_000));
        Run run = Run.stitchery("driver", "list", "--drivers", folder);
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("refused: wrong.jar: not a jar. It is no JAR: it begins with 74 68 69 73");
    }

    @Test
    void aDriverIsDescribedInWords(@TempDir Path empty) {
        Run run = Run.stitchery("driver", "describe", "tape-reader", "--drivers", empty);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("told to wait by XON/XOFF", "leader-bytes = 32 bytes  (0 to 4096)")
                .contains("restart at a stitch not at all");
    }

    @Test
    void aDriverIsDescribedAsJsonThatOthersRead(@TempDir Path empty) throws IOException {
        Run run = Run.stitchery("driver", "describe", "folder", "--json", "--drivers", empty);
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.get("id").asText()).isEqualTo("folder");
        assertThat(json.get("over").asText()).isEqualTo("files");
        assertThat(json.get("capabilities").get("delivery").asText()).isEqualTo("PUSH_FILE");
        assertThat(json.get("settings").isArray()).isTrue();
    }

    @Test
    void whatIsNotThereIsAUsageErrorOrABadFile(@TempDir Path empty) throws IOException {
        assertThat(Run.stitchery("driver").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.stitchery("driver", "describe", "telepathy", "--drivers", empty)
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.stitchery("driver", "list", "--drivers", empty.resolve("none"))
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        Path wrong = Files.writeString(empty.resolve("x.jar"), "none");
        assertThat(Run.stitchery("driver", "check", wrong, "--limit", "0").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.stitchery("driver", "check", empty.resolve("none.jar")).exitCode())
                .isEqualTo(ExitCode.BAD_FILE);
        Run refused = Run.stitchery("driver", "check", wrong);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_FILE);
        assertThat(refused.err()).contains("would be refused");
    }
}
