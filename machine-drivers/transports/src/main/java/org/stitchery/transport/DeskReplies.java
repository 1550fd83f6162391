package org.stitchery.transport;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stitchery.driver.api.RequestDesk.Reply;

/** What a host itself says at a desk, before or instead of the driver. */
public final class DeskReplies {

    private static final String TEXT = "text/plain; charset=utf-8";

    private DeskReplies() {}

    /** 503: nobody is there who could answer; the machine asks again a little later. */
    public static Reply comeAgain(String why) {
        return reply(503, why, Map.of("Retry-After", "5"));
    }

    /** 400: the question cannot be read. */
    public static Reply notUnderstood(String why) {
        return reply(400, why, Map.of());
    }

    /** 413: more was said than a desk listens to. */
    public static Reply tooLong() {
        return reply(413, "A question says at most " + Desk.LARGEST_BODY + " bytes.", Map.of());
    }

    static Reply tooOften() {
        return reply(429, "Too many questions. Ask less often.", Map.of("Retry-After", "5"));
    }

    static Reply whoAreYou() {
        return reply(
                401,
                "Bring this desk's token: Authorization: Bearer TOKEN, or Basic with the token as password.",
                Map.of("WWW-Authenticate", "Basic realm=\"machine desk\""));
    }

    static Reply otherDesk() {
        return reply(403, "This token belongs to another desk.", Map.of());
    }

    static Reply noSuchDesk() {
        return reply(404, "There is no such desk.", Map.of());
    }

    private static Reply reply(int status, String text, Map<String, String> headers) {
        return new Reply(status, TEXT, headers, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
