package org.stitchery.service.platform;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The name of this node, kept in its data folder. Only one process at a time can have claimed that folder, so a node that
 * finds its own name on a lease knows that the process which took it is gone.
 */
@Singleton
public class NodeIdentity {

    private final String name;

    NodeIdentity(DataPath data, Ids ids) {
        Path file = data.folder("node").resolve("name");
        try {
            if (!Files.exists(file)) {
                Path unfinished = file.resolveSibling("name.new");
                Files.writeString(unfinished, "node-" + ids.next().toString().substring(0, 8));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            name = Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("The node's name cannot be kept in " + file, e);
        }
    }

    /** Stable over restarts, another on every node. */
    public String name() {
        return name;
    }
}
