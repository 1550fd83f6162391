package org.stitchery.driver.api;

/**
 * A small file that belongs beside a design, because the design's own format cannot hold what it says: colours, needles.
 *
 * @param extension without dot, lower case: {@code inf}; also the id under which a driver asks for it
 * @param content 1 byte to 64 KiB; the record copies it
 */
public record SideFile(String extension, byte[] content) {

    /** Colour lists are a few hundred bytes; more than this is something else. */
    public static final int LARGEST_BYTES = 64 * 1024;

    public SideFile {
        if (!extension.matches("[a-z0-9]{1,8}")) {
            throw new IllegalArgumentException(
                    "A side file's extension is 1 to 8 lower case letters and digits, found \"" + extension + "\"");
        }
        if (content.length == 0 || content.length > LARGEST_BYTES) {
            throw new IllegalArgumentException(
                    "A side file has 1 to " + LARGEST_BYTES + " bytes, found " + content.length + " for ." + extension);
        }
        content = content.clone();
    }

    /** A copy of the bytes. */
    @Override
    public byte[] content() {
        return content.clone();
    }
}
