package org.stitchery.driver.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A desk to which one machine, or an agent beside it, comes with questions over HTTP. The host has already checked that
 * whoever asks may do so, and how much they say.
 */
public non-sealed interface RequestDesk extends Link {

    /** The next question nobody has answered yet, null when there is none. Each is given out once. */
    @Nullable
    Question next();

    /** Somebody waits for an answer; after the host's patience it is told to come again. */
    interface Question {

        /** {@code GET}, {@code POST} and so on. */
        String method();

        /** Below the desk's own address, decoded, beginning with a slash: {@code /next}. */
        String path();

        /** What stands behind the question mark, decoded; the first of each name. */
        Map<String, String> parameters();

        /** At most 64 KiB. */
        byte[] body();

        /** Who asks, for the log. */
        String from();

        /**
         * Answers, once.
         *
         * @return over when every byte was handed to the line; its result tells how many bytes of the body left before the
         *     other side went away
         * @throws IllegalStateException when it was answered before
         */
        Errand<Long> answer(Reply reply);
    }

    /**
     * @param status of HTTP, 200 to 599
     * @param type media type of the body
     * @param headers further ones
     * @param body may be empty; the record copies it
     */
    record Reply(int status, String type, Map<String, String> headers, byte[] body) {

        public Reply {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("A status is 200 to 599, found " + status);
            }
            headers = Map.copyOf(headers);
            body = body.clone();
        }

        /** A copy of the bytes. */
        @Override
        public byte[] body() {
            return body.clone();
        }
    }
}
