package org.stitchery.driver.grbl;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Outcome;

/** What a delivery does once the controller is there and idle. */
interface GrblTask {

    /**
     * Takes in what the controller says.
     *
     * @return how the delivery ends; null while it goes on
     */
    @Nullable
    Outcome hear(GrblAnswer answer, long nowNanos);

    /**
     * Says what there is to say now. Not called while paused.
     *
     * @return true when there may be more to say soon
     */
    boolean speak() throws IOException;

    /** What is true when it ends now, for this reason. */
    Outcome stopped(String why);

    /** Something of the design may be moving a motor. */
    boolean moving();

    /** The controller executes nothing and yet something of the design is with it. */
    boolean checking();

    /** What a person has to do when the controller holds by itself. */
    String wants();
}
