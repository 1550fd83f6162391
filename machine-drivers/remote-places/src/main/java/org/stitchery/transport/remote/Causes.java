package org.stitchery.transport.remote;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** What went wrong, from exceptions that libraries have wrapped into each other. */
public final class Causes {

    private static final int DEEPEST = 12;

    private Causes() {}

    /** True when nobody answered in time. */
    static boolean isSilence(Throwable thrown) {
        Throwable inner = innermost(thrown);
        return inner instanceof SocketTimeoutException || inner instanceof TimeoutException;
    }

    /** The innermost cause in a few printable words. */
    public static String sentence(Throwable thrown) {
        Throwable inner = innermost(thrown);
        if (isSilence(inner)) {
            return "no answer in time";
        }
        if (inner instanceof UnknownHostException) {
            return "there is no host of the name " + printable(String.valueOf(inner.getMessage()));
        }
        String message = inner.getMessage();
        return message == null || message.isBlank() ? inner.getClass().getSimpleName() : printable(message);
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable inner = thrown;
        for (int depth = 0; depth < DEEPEST && inner.getCause() != null && inner.getCause() != inner; depth++) {
            inner = inner.getCause();
        }
        return inner;
    }

    /** What a server said, as far as it may stand in a sentence of ours. */
    public static String printable(String said) {
        String line = said.strip().replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?");
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
