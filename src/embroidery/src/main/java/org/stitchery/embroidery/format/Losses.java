package org.stitchery.embroidery.format;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What a pattern loses in a format, told from what the format declares it can hold. Writers start from these and add
 * what only they know.
 */
public final class Losses {

    private Losses() {}

    /** Losses that follow from the declared abilities and the chosen dialect alone. */
    public static List<Finding> declared(EmbroideryFormat format, StitchPattern pattern, WriteOptions options) {
        List<Finding> findings = new ArrayList<>();
        FormatAbilities abilities = format.abilities();
        int threads = pattern.threads().size();
        if (threads > 0 && abilities.threads() == Threads.NONE && !options.threadsInHeader()) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "COLORS_NOT_STORED",
                    format.title() + " stores no thread colours: give the list of " + threads
                            + (threads == 1 ? " thread" : " threads") + " to the operator beside the file."));
        }
        int stops = pattern.count(StitchCommand.STOP);
        if (stops > 0 && !abilities.stops()) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "STOPS_BECOME_COLOR_CHANGES",
                    format.title() + " has one code for stop and colour change: " + stops
                            + (stops == 1 ? " stop is" : " stops are")
                            + " written as colour change. Give the needle before and after the same colour."));
        }
        int trims = pattern.count(StitchCommand.TRIM);
        if (trims > 0 && (abilities.trims() == Trims.NONE || !options.trims())) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "TRIMS_NOT_STORED",
                    trims + (trims == 1 ? " thread cut is" : " thread cuts are") + " left out"
                            + (options.trims() ? ": " + format.title() + " has none." : " as the dialect asks.")
                            + " Cut by hand."));
        }
        return findings;
    }

    /** The stored name differs from the pattern's by more than the case of its letters; for writers to add. */
    public static Finding nameChanged(EmbroideryFormat format, String name, String stored) {
        return Finding.of(
                Severity.INFO,
                "NAME_CHANGED",
                "The name \"" + name + "\" is stored as \"" + stored + "\": " + format.title() + " holds "
                        + format.abilities().nameLength() + " plain characters.");
    }
}
