package org.stitchery.transport.remote;

import org.stitchery.driver.api.FilePlace;

/** Names as servers list them. */
public final class Names {

    private Names() {}

    /** Whether we could ask for it by this name. Others are left out of lists. */
    public static boolean isPlain(String name) {
        try {
            FilePlace.requirePlain(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
