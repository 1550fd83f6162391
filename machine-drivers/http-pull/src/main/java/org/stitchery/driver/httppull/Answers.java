package org.stitchery.driver.httppull;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.stitchery.driver.api.RequestDesk.Reply;

/** The words of this protocol. */
final class Answers {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String BYTES = "application/octet-stream";

    private Answers() {}

    static Reply nothingToDo(int askEverySeconds) {
        return new Reply(204, TEXT, Map.of("Retry-After", Integer.toString(askEverySeconds)), new byte[0]);
    }

    static Reply offer(Offer offer, boolean asLines) {
        String claim = offer.newClaim();
        String body = asLines ? offer.lines(claim) : offer.json(claim);
        return new Reply(
                200,
                asLines ? TEXT : "application/json",
                Map.of("ETag", "\"" + offer.sha256() + "\""),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply design(Offer offer, byte[] content) {
        return new Reply(200, BYTES, Map.of("ETag", "\"" + offer.sha256() + "\"", "Accept-Ranges", "none"), content);
    }

    /** The permission to sew. */
    static Reply go() {
        return text(200, "go");
    }

    static Reply heard() {
        return text(200, "ok");
    }

    static Reply list(String names) {
        return new Reply(200, TEXT, Map.of(), names.getBytes(StandardCharsets.UTF_8));
    }

    /** 400: it cannot be read. */
    static Reply notUnderstood(String why) {
        return text(400, why);
    }

    /** 404: no such question. */
    static Reply unknown() {
        return text(404, "Questions are GET next, GET design, POST taken, POST events and POST state.");
    }

    static Reply wrongMethod(String right) {
        return new Reply(
                405, TEXT, Map.of("Allow", right), ("Ask with " + right + ".\n").getBytes(StandardCharsets.UTF_8));
    }

    /** 409: understood, and it does not fit what is known. */
    static Reply contradiction(String why) {
        return text(409, why);
    }

    /** 410: it was called off or is over. Do not begin; if the needle runs, stop it and call a person. */
    static Reply isOver() {
        return text(410, "That is over or was called off. Do not begin; stop if the needle runs.");
    }

    static Reply noSuchFile() {
        return text(404, "There is no such file, or it was handed out already.");
    }

    private static Reply text(int status, String words) {
        return new Reply(status, TEXT, Map.of(), (words + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
