package org.stitchery.service.machine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Hoop;

/**
 * What the owner of the house enters about a machine.
 *
 * @param name as painted on it, 1 to 60 characters
 * @param uri where its line is, as {@link org.stitchery.transport.MachineUri} reads it
 * @param driver id of the plug-in
 * @param settings the plug-in's settings that differ from their defaults
 * @param hoop its largest sewable field, named after it in millimetres: {@code 130x180}
 * @param heads garments it sews at once
 * @param needles needles per head
 * @param needleThreads what is on them
 * @param stitchesPerMinute its usual top speed
 * @param dialect what it wants of its files, by {@link org.stitchery.embroidery.dialect.Dialects}; empty for the usual
 */
public record MachineForm(
        String name,
        String uri,
        String driver,
        Map<String, String> settings,
        Hoop hoop,
        int heads,
        int needles,
        List<NeedleThread> needleThreads,
        int stitchesPerMinute,
        String dialect) {

    static final int MOST_HEADS = 120;
    static final int MOST_NEEDLES = 60;
    static final int LARGEST_HOOP_MM = 9999;

    /** Stitches per minute. */
    static final int SLOWEST = 50;

    static final int FASTEST = 3000;

    private static final Pattern HOOP_NAME = Pattern.compile("([a-z][a-z0-9]* )?\\d{1,4}x\\d{1,4}");

    public MachineForm {
        name = name.strip();
        settings = Map.copyOf(new TreeMap<>(settings));
        needleThreads = List.copyOf(needleThreads);
        String aboutName = nameObjection(name);
        require(aboutName == null, String.valueOf(aboutName));
        require(
                HOOP_NAME.matcher(hoop.name()).matches(),
                "A hoop's name gives its field, such as 130x180, got " + hoop.name());
        require(heads >= 1 && heads <= MOST_HEADS, "A machine has 1 to " + MOST_HEADS + " heads, got " + heads);
        require(
                needles >= 1 && needles <= MOST_NEEDLES,
                "A head has 1 to " + MOST_NEEDLES + " needles, got " + needles);
        require(
                stitchesPerMinute >= SLOWEST && stitchesPerMinute <= FASTEST,
                "A machine sews " + SLOWEST + " to " + FASTEST + " stitches per minute, got " + stitchesPerMinute);
        Set<Integer> seen = new HashSet<>();
        for (NeedleThread on : needleThreads) {
            require(on.needle() <= needles, "There is no needle " + on.needle() + " among " + needles);
            require(seen.add(on.needle()), "Needle " + on.needle() + " is named twice");
        }
    }

    /** A machine that wants the usual of its files. */
    public MachineForm(
            String name,
            String uri,
            String driver,
            Map<String, String> settings,
            Hoop hoop,
            int heads,
            int needles,
            List<NeedleThread> needleThreads,
            int stitchesPerMinute) {
        this(name, uri, driver, settings, hoop, heads, needles, needleThreads, stitchesPerMinute, "");
    }

    /** The same machine with these settings. */
    MachineForm with(Map<String, String> otherSettings) {
        return new MachineForm(
                name, uri, driver, otherSettings, hoop, heads, needles, needleThreads, stitchesPerMinute, dialect);
    }

    /** What is wrong with a name, or null. */
    static @Nullable String nameObjection(String name) {
        if (name.isEmpty() || name.length() > 60) {
            return "A machine's name has 1 to 60 characters.";
        }
        return name.chars().anyMatch(Character::isISOControl) ? "A machine's name has no control characters." : null;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
