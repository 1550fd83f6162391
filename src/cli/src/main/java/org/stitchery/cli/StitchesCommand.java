package org.stitchery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.text.StitchJson;
import org.stitchery.embroidery.text.StitchText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "stitches",
        description = {
            "Lists every command of a design on standard output, as CSV or JSON.",
            "",
            "Columns: x and y in tenths of a millimetre from the start, y downwards; the command (STITCH, JUMP, TRIM,"
                    + " COLOR_CHANGE, STOP, END); the thread that is on, counted from 0."
        },
        footer = {"", "Example:", "  stitchery stitches rose.dst | grep -c STITCH"})
final class StitchesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The design; its format is told by its content.")
    private Path file;

    @Option(names = "--raw", description = "The records as they are, no cuts inferred from jumps.")
    private boolean raw;

    @Option(names = "--json", description = "As JSON, with name and threads.")
    private boolean asJson;

    private final Surroundings surroundings;

    StitchesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DesignFile design = DesignFile.read(InputFile.read(file), raw ? ReadOptions.raw() : ReadOptions.cooked());
        Findings.tell(design.findings(), surroundings.err());
        try {
            if (asJson) {
                StitchJson.write(design.pattern(), surroundings.out());
            } else {
                StitchText.write(design.pattern(), surroundings.out());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A print stream keeps its errors to itself", e);
        }
        return Findings.exitCode(design.findings());
    }
}
