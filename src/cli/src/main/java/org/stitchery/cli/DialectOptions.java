package org.stitchery.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.dialect.Dialect;
import org.stitchery.embroidery.dialect.Dialects;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.WriteOptions;
import picocli.CommandLine.Option;

/** How one machine wants its files: a dialect from a list, and what differs from it. */
final class DialectOptions {

    @Option(
            names = "--dialect",
            paramLabel = "ID",
            description = "What the machine wants of its files, by the list of stitchery formats --dialects.")
    private @Nullable String id;

    @Option(
            names = "--dialect-list",
            paramLabel = "FILE",
            description = "A list of dialects of your own, in the columns of stitchery formats --dialects.")
    private @Nullable Path list;

    @Option(
            names = "--jumps-per-trim",
            paramLabel = "N",
            description =
                    "So many jumps in a row cut the thread where a format has no code for it, 2 to 8 as set on the"
                            + " machine; 3 without it.")
    private @Nullable Integer jumpsPerTrim;

    @Option(names = "--no-trims", description = "Leave thread cuts out, for machines without a trimmer.")
    private boolean noTrims;

    @Option(
            names = "--count-one-color",
            description = "Say 1 where a header counts no colour change: some home machines refuse 0.")
    private boolean countsOneColor;

    @Option(
            names = "--threads-in-header",
            description = "Add thread colours where a format has a customary place that machines do not read.")
    private boolean threadsInHeader;

    @Option(
            names = "--format-version",
            paramLabel = "N",
            description = "Of a format that has several, such as 6 for PES, whose version 1 more machines read.")
    private @Nullable Integer version;

    /** The dialect that was asked for by its id. */
    boolean isNamed() {
        return id != null;
    }

    /** The dialect for files of a format. */
    Dialect of(EmbroideryFormat format) {
        Dialect dialect = id == null ? Dialect.usual(format) : named();
        if (!dialect.format().equals(format)) {
            List<String> ids = all().of(format).stream().map(Dialect::id).toList();
            throw Complaint.usage(
                    "--dialect " + id + " is for " + dialect.format().title() + ", the file is " + format.title()
                            + (ids.isEmpty() ? "" : ", for which there are " + String.join(", ", ids)) + ".");
        }
        return overridden(dialect);
    }

    /** The dialect that was asked for by its id, with what differs. */
    Dialect named() {
        String wanted = String.valueOf(id);
        return overridden(all().byId(wanted)
                .orElseThrow(() -> Complaint.usage("--dialect " + wanted + " is not in the list; there are "
                        + all().all().stream().map(Dialect::id).collect(Collectors.joining(", ")) + ".")));
    }

    ReadOptions toRead() {
        return ReadOptions.cooked(jumps(ReadOptions.USUAL_JUMPS_PER_TRIM));
    }

    private Dialect overridden(Dialect dialect) {
        WriteOptions own = dialect.options();
        return dialect.with(new WriteOptions(
                own.trims() && !noTrims,
                jumps(own.jumpsPerTrim()),
                own.countsAtLeastOneColor() || countsOneColor,
                own.threadsInHeader() || threadsInHeader,
                version == null ? own.version() : version));
    }

    private Dialects all() {
        if (list == null) {
            return Dialects.BUILT_IN;
        }
        try {
            return Dialects.BUILT_IN.and(Dialects.read(list.toString(), Files.readString(list)));
        } catch (MalformedInputException e) {
            throw Complaint.badFile(list, "is no text in UTF-8.", e);
        } catch (IOException e) {
            throw Complaint.badFile(list, "cannot be read: " + e.getMessage() + ".", e);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage() + ".");
        }
    }

    private int jumps(int otherwise) {
        int jumps = jumpsPerTrim == null ? otherwise : jumpsPerTrim;
        if (jumps < ReadOptions.FEWEST_JUMPS_PER_TRIM || jumps > ReadOptions.MOST_JUMPS_PER_TRIM) {
            throw Complaint.usage("--jumps-per-trim takes 2 to 8, found " + jumps + ".");
        }
        return jumps;
    }
}
