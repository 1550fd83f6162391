package org.stitchery.driver.folder;

/**
 * One file of a delivery.
 *
 * @param finished the name under which it is looked for
 * @param unfinished the name it has until it is whole
 * @param content not copied, not to be changed
 */
record Piece(String finished, String unfinished, byte[] content) {

    /** Whether the place has all of it. */
    boolean isWhole(long bytes) {
        return bytes == content.length;
    }
}
