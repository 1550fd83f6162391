package org.stitchery.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/** How findings are told. */
final class Findings {

    private Findings() {}

    /** A line each: {@code warning TEXT_NOT_SEWN at text[1] (12.0, 3.5 mm): ...}. */
    static void tell(List<Finding> findings, PrintStream to) {
        for (Finding finding : findings) {
            to.println(line(finding));
        }
    }

    /** The exit code they ask for. */
    static int exitCode(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR) ? ExitCode.FINDING : ExitCode.OK;
    }

    static String line(Finding finding) {
        StringBuilder line = new StringBuilder();
        line.append(finding.severity().name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(finding.code());
        if (finding.element() != null) {
            line.append(" at ").append(finding.element());
        }
        if (finding.xMm() != null && finding.yMm() != null) {
            line.append(String.format(Locale.ROOT, " (%.1f, %.1f mm)", finding.xMm(), finding.yMm()));
        }
        return line.append(": ").append(finding.message()).toString();
    }

    static void write(List<Finding> findings, Json json) {
        json.beginArray("findings");
        for (Finding finding : findings) {
            json.beginElement()
                    .member("severity", finding.severity().name())
                    .member("code", finding.code())
                    .member("message", finding.message())
                    .member("element", finding.element())
                    .member("xMm", finding.xMm(), 2)
                    .member("yMm", finding.yMm(), 2)
                    .end();
        }
        json.end();
    }
}
