package org.stitchery.driver.api;

/**
 * A file as its place reports it.
 *
 * @param name without any folder
 * @param bytes how long it is there
 */
public record PlacedFile(String name, long bytes) {

    public PlacedFile {
        FilePlace.requirePlain(name);
        if (bytes < 0) {
            throw new IllegalArgumentException("A file has 0 or more bytes, found " + bytes + " for " + name);
        }
    }
}
