package org.stitchery.service.artwork;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Answers requests that announce more than a drawing may have. Without it such a request ends in a broken connection,
 * and a browser can only say so. What is sent is read and thrown away up to a bound, since no browser listens before it
 * has sent everything.
 */
@Singleton
class UploadLimit {

    /** The largest drawing with room for the form around it; the server's own limit is a little above. */
    static final long MOST_BYTES = ArtworkIntake.MOST_BYTES + 16 * 1024;

    private static final long MOST_DRAINED_BYTES = 200L * 1024 * 1024;

    /** Before authentication, which runs at 200. */
    private static final int EARLY = 390;

    private static final String SENTENCE = "The file is larger than 10 MB. Please simplify the drawing.";

    private static final String JSON = """
            {"status":413,"code":"E_FILE_TOO_LARGE","title":"Request Entity Too Large","detail":"%s","trace":""}\
            """.formatted(SENTENCE);

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Too large · Stitchery</title><link rel="stylesheet" href="/static/stitchery.css">
            </head>
            <body class="narrow"><main id="content">
            <section class="card sheet">
            <h1>Upload a drawing</h1>
            <p class="notice bad" role="alert" data-test="upload-objection" data-code="E_FILE_TOO_LARGE">%s</p>
            <p><a class="button" href="/upload">Choose another file</a></p>
            </section>
            </main></body></html>
            """.formatted(SENTENCE);

    void register(@Observes Filters filters) {
        filters.register(UploadLimit::check, EARLY);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        long announced = announced(request);
        if (announced <= MOST_BYTES) {
            context.next();
        } else if (announced > MOST_DRAINED_BYTES) {
            answer(context);
        } else {
            request.handler(thrownAway -> {}).endHandler(end -> answer(context)).resume();
        }
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static void answer(RoutingContext context) {
        boolean forPrograms = context.request().path().startsWith("/api/");
        HttpServerResponse response = context.response();
        if (context.request().version() != HttpVersion.HTTP_2) {
            // HTTP/2 has no such header, and clients that check refuse the whole answer.
            response.putHeader("Connection", "close");
        }
        response.setStatusCode(413)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", forPrograms ? "application/problem+json" : "text/html; charset=utf-8")
                .end(forPrograms ? JSON : PAGE);
    }
}
