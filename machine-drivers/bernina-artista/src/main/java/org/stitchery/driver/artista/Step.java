package org.stitchery.driver.artista;

import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Outcome;

/**
 * One phrase on the way to a stored design, and what its reply means.
 *
 * @param phrase what is said
 * @param check looks at the reply
 * @param designBytes how much of the main block is at the machine afterwards, -1 when it changes nothing
 * @param stores true when saying it twice could store a design twice
 */
record Step(Phrase phrase, Check check, int designBytes, boolean stores) {

    /** What a reply means. */
    interface Check {
        Verdict of(byte[] reply);
    }

    /**
     * What comes next.
     *
     * @param again true when the same is to be said again after a while
     * @param failure how it ends, null when it goes on
     */
    record Verdict(boolean again, @Nullable Outcome failure) {

        static final Verdict GOOD = new Verdict(false, null);
        static final Verdict AGAIN = new Verdict(true, null);

        static Verdict failed(Outcome outcome) {
            return new Verdict(false, outcome);
        }
    }

    static Step say(Phrase phrase) {
        return new Step(phrase, reply -> Verdict.GOOD, -1, false);
    }

    static Step ask(Phrase phrase, Check check) {
        return new Step(phrase, check, -1, false);
    }
}
