package org.stitchery.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.Formats;
import picocli.CommandLine.Command;

@Command(name = "formats", description = "Lists the stitch formats and what a file of each can hold.")
final class FormatsCommand implements Callable<Integer> {

    private static final String ROW = "%-6s %-22s %-12s %-5s %-6s %-8s %-10s %-6s %-5s %s%n";

    private final Surroundings surroundings;

    FormatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings
                .out()
                .printf(
                        ROW,
                        "id",
                        "title",
                        "endings",
                        "reads",
                        "writes",
                        "threads",
                        "trims",
                        "stops",
                        "name",
                        "longest move");
        for (EmbroideryFormat format : Formats.all()) {
            FormatAbilities can = format.abilities();
            surroundings
                    .out()
                    .printf(
                            ROW,
                            format.id(),
                            format.title(),
                            String.join(" ", format.extensions()),
                            yes(format.reader().isPresent()),
                            yes(format.writer().isPresent()),
                            words(can.threads()),
                            words(can.trims()),
                            yes(can.stops()),
                            can.nameLength() == 0 ? "-" : can.nameLength(),
                            String.format(Locale.ROOT, "%.1f mm", can.longestMoveTenths() / 10.0));
        }
        return ExitCode.OK;
    }

    private static String yes(boolean is) {
        return is ? "yes" : "-";
    }

    private static String words(Enum<?> ability) {
        return ability.name().equals("NONE")
                ? "-"
                : ability.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
