package org.stitchery.service.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
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
    Response otherJson(MismatchedInputException thrown, UriInfo uri, HttpHeaders headers) {
        return unreadable(thrown, uri, headers);
    }

    @ServerExceptionMapper
    Response noJson(JsonProcessingException thrown, UriInfo uri, HttpHeaders headers) {
        return unreadable(thrown, uri, headers);
    }

    @ServerExceptionMapper
    Response incomplete(ConstraintViolationException thrown, UriInfo uri, HttpHeaders headers) {
        String what = thrown.getConstraintViolations().stream()
                .map(ProblemMapper::words)
                .sorted()
                .collect(Collectors.joining("; "));
        return answer(400, "BAD_VALUES", "The request cannot be used: " + what + ".", trace(), uri, headers);
    }

    @ServerExceptionMapper
    Response standard(WebApplicationException thrown, UriInfo uri, HttpHeaders headers) {
        if (thrown.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, uri, headers);
        }
        Response given = thrown.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return given;
        }
        Response.StatusType status = given.getStatusInfo();
        String code = status.getReasonPhrase().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return answer(status.getStatusCode(), code, sentence(status), trace(), uri, headers);
    }

    /** A body without an announced length that grew beyond the limit; the connection is closed by then. */
    @ServerExceptionMapper
    Response cutOff(IOException thrown, UriInfo uri, HttpHeaders headers) {
        return "Request too large".equals(thrown.getMessage())
                ? answer(413, "TOO_LARGE", sentence(Response.Status.REQUEST_ENTITY_TOO_LARGE), trace(), uri, headers)
                : broken(thrown, uri, headers);
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

    private Response unreadable(JsonProcessingException thrown, UriInfo uri, HttpHeaders headers) {
        String field = thrown instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."))
                : "";
        JsonLocation at = thrown.getLocation();
        String place = at == null || at.getLineNr() < 1
                ? ""
                : ", line " + at.getLineNr() + " column " + Math.max(1, at.getColumnNr());
        return answer(
                400,
                "BAD_JSON",
                "The body is not the JSON that is expected here" + (field.isEmpty() ? "" : ", at " + field) + place
                        + ". What is expected stands at /api/openapi.",
                trace(),
                uri,
                headers);
    }

    private static String words(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        String[] steps = path.split("\\.");
        return (steps.length > 2 ? path.substring(path.indexOf('.', path.indexOf('.') + 1) + 1) : "the body") + " "
                + violation.getMessage();
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
