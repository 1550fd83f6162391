package org.stitchery.service.platform;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where what went wrong becomes an HTTP answer: JSON for programs, a page for browsers. */
@ApplicationScoped
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final Template page;

    ProblemMapper(@Location("platform/problem.html") Template page) {
        this.page = page;
    }

    @ServerExceptionMapper
    Response refused(ProblemException refusal, UriInfo uri, HttpHeaders headers) {
        return answer(refusal.status(), refusal.code(), refusal.sentence(), trace(), uri, headers);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException thrown, UriInfo uri, HttpHeaders headers) {
        return answer(403, "FORBIDDEN", sentence(Response.Status.FORBIDDEN), trace(), uri, headers);
    }

    @ServerExceptionMapper
    Response standard(WebApplicationException thrown, UriInfo uri, HttpHeaders headers) {
        Response given = thrown.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return given;
        }
        Response.StatusType status = given.getStatusInfo();
        String code = status.getReasonPhrase().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return answer(status.getStatusCode(), code, sentence(status), trace(), uri, headers);
    }

    @ServerExceptionMapper(priority = Integer.MAX_VALUE)
    Response broken(Exception thrown, UriInfo uri, HttpHeaders headers) {
        String trace = trace();
        LOG.errorf(thrown, "Request to %s failed, trace %s", uri.getPath(), trace);
        return answer(
                500,
                "INTERNAL_ERROR",
                "Something went wrong on our side. Please try again; if it stays, tell us the number " + trace + ".",
                trace,
                uri,
                headers);
    }

    private Response answer(int status, String code, String sentence, String trace, UriInfo uri, HttpHeaders headers) {
        Response.StatusType words = Response.Status.fromStatusCode(status);
        String title = words == null ? "Refused" : words.getReasonPhrase();
        Problem problem = new Problem(status, code, title, sentence, trace);
        if (wantsPage(uri, headers)) {
            return Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE)
                    .entity(page.data("problem", problem).render())
                    .build();
        }
        return Response.status(status)
                .type("application/problem+json")
                .entity(problem)
                .build();
    }

    private static boolean wantsPage(UriInfo uri, HttpHeaders headers) {
        return !uri.getPath().startsWith("/api/")
                && headers.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
    }

    private static String sentence(Response.StatusType status) {
        return switch (status.getStatusCode()) {
            case 400 -> "The request could not be understood.";
            case 401 -> "Please log in first.";
            case 403 -> "Your account may not do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that kind of request.";
            case 413 -> "That is more than we take at once.";
            case 415 -> "That kind of content is not taken here.";
            default -> status.getReasonPhrase() + ".";
        };
    }

    private static String trace() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
