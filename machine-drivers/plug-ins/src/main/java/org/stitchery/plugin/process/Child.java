package org.stitchery.plugin.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A started driver host, seen from the parent. */
interface Child {

    /** Starts one. May take a moment. */
    interface Launcher {
        Child launch() throws IOException;

        /** How the threads that look after it are called. */
        default String threads() {
            return "driver-process";
        }
    }

    /** What it says. */
    InputStream says();

    /** What it is told. */
    OutputStream told();

    /** Ends it at once, whatever it is doing. Idempotent; both streams end. */
    void kill();

    /** After its stream has ended: why, as the end of a sentence that begins "the driver's process". */
    String ending();
}
