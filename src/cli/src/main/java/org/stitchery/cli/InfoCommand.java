package org.stitchery.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stitchery.embroidery.format.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "info",
        description = {
            "Says what a design is: size, stitches, colours, time, thread, and what is wrong with the file.",
            "",
            "Time and thread are estimates for a usual commercial machine."
        },
        footer = {"", "Example:", "  stitchery info rose.dst --json"})
final class InfoCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The design; its format is told by its content.")
    private Path file;

    @Option(names = "--json", description = "As JSON.")
    private boolean asJson;

    private final Surroundings surroundings;

    InfoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        InputFile input = InputFile.read(file);
        DesignFile design = DesignFile.read(input, ReadOptions.cooked());
        DesignFacts facts = new DesignFacts(design.pattern());
        if (asJson) {
            Json json = new Json()
                    .beginObject()
                    .member("file", file.toString())
                    .member("format", design.format().id())
                    .member("bytes", input.bytes().length);
            facts.write(json);
            Findings.write(design.findings(), json);
            surroundings.out().print(json.end());
        } else {
            surroundings
                    .out()
                    .println(String.format("%-15s", "format") + design.format().title());
            facts.tell(surroundings.out());
            Findings.tell(design.findings(), surroundings.err());
        }
        return Findings.exitCode(design.findings());
    }
}
