package org.stitchery.driver.needlelink;

/** Why a machine refuses; the code on the line is the position here. */
enum Reason {
    NONE("without a reason"),
    BUSY("it is busy"),
    FENCE("another host has a newer right to it"),
    RUN("the run's number is not the one it expects"),
    FORMAT("it does not read this format"),
    TOO_LARGE("the design is too large for it"),
    LABEL("it cannot show this label"),
    FIELD("the design does not fit its field"),
    NEEDS_PERSON("it needs a person first"),
    NOT_PERMITTED("it does not permit that to a host"),
    FROM_STITCH("it cannot begin at that stitch"),
    DESIGN("it cannot read the design, or counts other stitches in it"),
    UNKNOWN_KIND("it does not know the question"),
    MALFORMED("it cannot read the question"),
    VERSION("it speaks another version"),
    FAULT("it is out of order"),
    OTHER("for a reason we do not know");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** As in "the machine refuses: ...". */
    String words() {
        return words;
    }

    static Reason of(int code) {
        return code < OTHER.ordinal() ? values()[code] : OTHER;
    }
}
