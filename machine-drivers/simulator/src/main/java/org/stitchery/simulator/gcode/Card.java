package org.stitchery.simulator.gcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A memory card: a folder, whose names do not tell small letters from capitals. Folders within are not looked into. */
final class Card {

    private final @Nullable Path folder;

    /** @param folder null for an empty slot */
    Card(@Nullable Path folder) {
        this.folder = folder;
    }

    /** One line for each file, by name. */
    List<String> list() throws IOException {
        if (folder == null) {
            throw new IOException("no card is in");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(f ->
                            "[FILE:/" + f.getFileName() + "|SIZE:" + f.toFile().length() + "]")
                    .toList();
        }
    }

    /** What is in a file; empty when it is not there. */
    Optional<byte[]> read(String path) throws IOException {
        if (folder == null) {
            throw new IOException("no card is in");
        }
        String name = (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> found = files.filter(Files::isRegularFile)
                    .filter(f ->
                            f.getFileName().toString().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
            return found.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(found.get()));
        }
    }
}
