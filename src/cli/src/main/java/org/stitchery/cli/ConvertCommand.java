package org.stitchery.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.dialect.Dialect;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "convert",
        description = {
            "Writes a design in another format, or in another dialect of the same.",
            "",
            "What the new format cannot hold is told as a finding. Colours that IN does not hold are taken from a list"
                    + " beside it: its name with .edr, .rgb, .col or .inf, and needles from .ct0."
        },
        footer = {
            "",
            "Examples:",
            "  stitchery convert old.dst -o new.dst --jumps-per-trim 5",
            "  stitchery convert fox.dst -o FOX.U01 --dialect u01-nine",
            "  stitchery convert rose.pes -o rose.dst --color-list edr,inf"
        })
final class ConvertCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IN", description = "The design; its format is told by its content.")
    private Path in;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "The new file; its ending names the format, see stitchery formats.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "A new name for the design.")
    private @Nullable String name;

    @Option(
            names = "--color-list",
            paramLabel = "KIND",
            split = ",",
            description = "Put the colours beside OUT, too: edr, rgb, col or inf; or the needles: ct0.")
    private List<String> colorLists = List.of();

    @Mixin
    private DialectOptions dialect;

    private final Surroundings surroundings;

    ConvertCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Dialect wanted = dialect.of(DesignFile.writtenFormat(out));
        OutputFile converted = OutputFile.at(out, in);
        SideLists lists = SideLists.beside(out, in, colorLists);
        DesignFile design = DesignFile.read(InputFile.read(in), ReadOptions.cooked());
        StitchPattern pattern =
                name == null ? design.pattern() : design.pattern().withName(name);
        WriteResult written = wanted.write(pattern);
        lists.prepare(pattern);
        converted.write(written.file().bytes());
        lists.write();
        List<Finding> findings = new ArrayList<>(design.findings());
        findings.addAll(written.findings());
        nameOnTheMachine(wanted).ifPresent(findings::add);
        Findings.tell(findings, surroundings.err());
        surroundings
                .out()
                .println(out + ": " + written.file().format().title() + ", "
                        + written.file().size() + " bytes");
        lists.tell(surroundings.out());
        return Findings.exitCode(findings);
    }

    private Optional<Finding> nameOnTheMachine(Dialect wanted) {
        String name = String.valueOf(out.getFileName());
        int dot = name.lastIndexOf('.');
        String fits = wanted.fileName().fileName(name.substring(0, dot), name.substring(dot + 1));
        return fits.equals(name)
                ? Optional.empty()
                : Optional.of(Finding.of(
                        Severity.INFO,
                        "FILE_NAME_NOT_FOR_MACHINE",
                        "The machine reads file names of eight and three characters; name the file " + fits + "."));
    }
}
