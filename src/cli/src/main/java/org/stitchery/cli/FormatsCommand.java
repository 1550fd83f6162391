package org.stitchery.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.stitchery.embroidery.dialect.Dialects;
import org.stitchery.embroidery.format.FormatTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "formats",
        description = {
            "Lists the stitch formats: what a file of each can hold and what its reading and writing was held against.",
            "",
            "With --dialects, what machines that read the same format want differently: the list that --dialect names"
                    + " from, in the columns of a list of your own."
        })
final class FormatsCommand implements Callable<Integer> {

    @Option(names = "--dialects", description = "The dialects, as text with tabs.")
    private boolean dialects;

    @Option(names = "--markdown", description = "The formats as a table in Markdown.")
    private boolean markdown;

    private final Surroundings surroundings;

    FormatsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PrintStream out = surroundings.out();
        if (dialects) {
            out.println(Dialects.HEADS);
            Dialects.BUILT_IN.all().forEach(dialect -> out.println(Dialects.line(dialect)));
        } else if (markdown) {
            out.print(FormatTable.markdown());
        } else {
            table(out);
        }
        return ExitCode.OK;
    }

    private static void table(PrintStream out) {
        List<List<String>> rows = FormatTable.rows();
        int[] widths = new int[FormatTable.HEADS.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = rows.stream()
                    .mapToInt(row -> row.get(at).length())
                    .reduce(FormatTable.HEADS.get(column).length(), Math::max);
        }
        line(FormatTable.HEADS, widths, out);
        rows.forEach(row -> line(row, widths, out));
    }

    private static void line(List<String> cells, int[] widths, PrintStream out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(String.format("%-" + (widths[i] + 2) + "s", cells.get(i)));
        }
        out.println(line.toString().stripTrailing());
    }
}
