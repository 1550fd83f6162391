package org.stitchery.driver.kit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.RequestDesk.Reply;

/**
 * A machine that comes and asks, played as its protocol wants it and with one memory. What it does with an answer that
 * never came whole is its own affair; mostly it asks the same again.
 */
public interface DeskAsker {

    /**
     * A question.
     *
     * @param parameters what stands behind the question mark
     * @param body may be empty
     */
    record Asking(String method, String path, Map<String, String> parameters, byte[] body) {

        public Asking {
            parameters = Map.copyOf(parameters);
            body = body.clone();
        }

        /** A question without a body. */
        public static Asking get(String path, Map<String, String> parameters) {
            return new Asking("GET", path, parameters, new byte[0]);
        }

        /** A copy of the bytes. */
        @Override
        public byte[] body() {
            return body.clone();
        }
    }

    /** What it asks now, null when it has nothing more to say or ask. */
    @Nullable
    Asking next();

    /** The answer to the last question, whole. */
    void heard(Reply answer);

    /**
     * The connection ended before the answer was whole.
     *
     * @param received what of the body had arrived
     */
    void lost(byte[] received);

    /** Whether its needle has begun, or begins without asking any further. */
    boolean sews();

    /** The design it sews or would sew; empty while it has none. */
    byte[] holds();
}
