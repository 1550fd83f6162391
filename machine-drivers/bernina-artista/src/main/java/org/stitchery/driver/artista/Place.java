package org.stitchery.driver.artista;

/** Where this driver may write: these places of the module's working memory and nowhere else. */
enum Place {
    /** Which design a function is about. */
    BLOCK_SIZE(0x02409D, 1),
    ATTRIBUTE(0x0240B9, 1),
    NAME(0x0240D5, 32),
    PREVIEW(0x024480, 174 + 558),
    MAIN(0x028E98, 176 + ArtistaDriver.LARGEST_BODY_BYTES),
    /** Writing a function's code here invokes it. */
    FUNCTION(0xFFFED0, 2);

    private final int address;
    private final int length;

    Place(int address, int length) {
        this.address = address;
        this.length = length;
    }

    /**
     * The address of a byte of it.
     *
     * @throws IllegalArgumentException when so many bytes from there would not stay inside
     */
    int at(int offset, int count) {
        if (offset < 0 || count < 1 || offset + count > length) {
            throw new IllegalArgumentException(
                    this + " has " + length + " bytes, asked for " + count + " from " + offset);
        }
        return address + offset;
    }
}
