package org.stitchery.embroidery.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How far a format is proven. Kept as a list beside this class, so that a new proof is a word changed there.
 *
 * @param read what reading was held against
 * @param written what writing was held against
 */
public record FormatProof(Read read, Written written) {

    /** What reading was held against. */
    public enum Read {
        /** Files of machines or of their makers' and commercial programs, and what other readers found in them. */
        GENUINE("genuine files"),
        /** Files of another program, and what its reader found in them. */
        PROGRAM("files of another program"),
        /** Descriptions alone: no file was at hand. */
        DESCRIPTION("descriptions only");

        private final String words;

        Read(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** What writing was held against. */
    public enum Written {
        /** It is not written. */
        NOT("-"),
        /** Our own reader alone. */
        OWN_READER("our own reader only"),
        /** A reader by others takes our files and finds the same stitches; no machine has sewn one. */
        OTHER_READER("a reader by others; no machine yet"),
        /** A machine has sewn our files. */
        MACHINE("a machine");

        private final String words;

        Written(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    private static final String RESOURCE = "proofs.tsv";
    private static final Map<String, FormatProof> BY_ID = load();

    /** The proof of a format in {@link Formats}. */
    public static FormatProof of(EmbroideryFormat format) {
        FormatProof proof = BY_ID.get(format.id());
        if (proof == null) {
            throw new IllegalStateException(RESOURCE + " has no line for " + format.id());
        }
        return proof;
    }

    private static Map<String, FormatProof> load() {
        try (InputStream in = FormatProof.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing beside " + FormatProof.class);
            }
            Map<String, FormatProof> byId = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells ->
                            byId.put(cells[0], new FormatProof(Read.valueOf(cells[1]), Written.valueOf(cells[2]))));
            return Map.copyOf(byId);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", unreadable);
        }
    }
}
