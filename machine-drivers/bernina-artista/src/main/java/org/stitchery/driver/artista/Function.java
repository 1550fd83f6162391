package org.stitchery.driver.artista;

/** Functions of the module's firmware that this driver may invoke: all there are here, none that deletes or formats. */
enum Function {
    /** Designs go to the module's own memory. */
    SELECT_MEMORY(0x00A1, "selecting the memory"),
    /** Designs go to the personal design card. */
    SELECT_CARD(0x0051, "selecting the card"),
    /** Makes room; says when there is none. */
    PREPARE_UPLOAD(0x0011, "making room"),
    /** Stores what was written as a new design; takes about five seconds. */
    COMMIT(0x0201, "storing the design"),
    /** Gives the designs back to the sewing machine; without it they stay invisible there. */
    END_SESSION(0x0101, "ending the session");

    private final int code;
    private final String words;

    Function(int code, String words) {
        this.code = code;
        this.words = words;
    }

    byte[] code() {
        return new byte[] {(byte) (code >> 8), (byte) code};
    }

    /** As in "it failed while ...". */
    String words() {
        return words;
    }
}
