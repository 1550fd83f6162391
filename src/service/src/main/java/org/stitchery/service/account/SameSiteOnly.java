package org.stitchery.service.account;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that would change something and that a browser sends on behalf of another site, the login form
 * included. Programs send neither header and pass.
 */
@Singleton
class SameSiteOnly {

    /** Before authentication, which runs at 200. */
    private static final int EARLY = 400;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(SameSiteOnly::check, EARLY);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (SAFE.contains(request.method()) || isFromHere(request)) {
            context.next();
        } else {
            context.response()
                    .setStatusCode(403)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("This request came from another site and was refused.");
        }
    }

    private static boolean isFromHere(HttpServerRequest request) {
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        if (fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals("null") && fetchSite != null || hasAuthority(origin, request);
    }

    private static boolean hasAuthority(String origin, HttpServerRequest request) {
        @Nullable String authority;
        try {
            authority = URI.create(origin).getAuthority();
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
        return authority != null
                && request.authority() != null
                && authority.equalsIgnoreCase(request.authority().toString());
    }
}
