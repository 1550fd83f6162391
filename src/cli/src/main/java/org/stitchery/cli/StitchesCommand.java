package org.stitchery.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "stitches",
        description = {
            "Lists every command of a design as CSV on standard output.",
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

    private final Surroundings surroundings;

    StitchesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DesignFile design = DesignFile.read(InputFile.read(file), raw ? ReadOptions.raw() : ReadOptions.cooked());
        Findings.tell(design.findings(), surroundings.err());
        StitchPattern pattern = design.pattern();
        StringBuilder lines = new StringBuilder("x,y,command,thread\n");
        int thread = 0;
        for (int i = 0; i < pattern.size(); i++) {
            StitchCommand command = pattern.command(i);
            if (command == StitchCommand.COLOR_CHANGE) {
                thread++;
            }
            lines.append(pattern.x(i)).append(',').append(pattern.y(i)).append(',');
            lines.append(command).append(',').append(thread).append('\n');
            if (lines.length() > 8192) {
                surroundings.out().print(lines);
                lines.setLength(0);
            }
        }
        surroundings.out().print(lines);
        return Findings.exitCode(design.findings());
    }
}
