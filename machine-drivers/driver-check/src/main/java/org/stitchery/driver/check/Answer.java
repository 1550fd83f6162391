package org.stitchery.driver.check;

/**
 * One question of the kit and how the driver did.
 *
 * @param question as a sentence
 * @param result how it went
 * @param detail what was expected and found; empty when it passed
 */
public record Answer(String question, Result result, String detail) {

    public enum Result {
        PASSED,
        FAILED,
        /** It does not concern a driver with these capabilities. */
        NOT_ASKED
    }
}
