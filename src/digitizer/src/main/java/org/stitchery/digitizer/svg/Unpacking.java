package org.stitchery.digitizer.svg;

/** Asked now and then while a font is unpacked; ends it by an exception when it takes too long. */
interface Unpacking {

    Unpacking UNWATCHED = () -> {};

    void goesOn();
}
