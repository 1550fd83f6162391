package org.stitchery.service.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.ProblemException;

/**
 * Refuses every request that would change something and does not carry its person's {@link FormToken}. The API needs
 * none: it takes no cookie, only the password sent with the request itself.
 */
@Singleton
class FormTokenFilter {

    private final FormToken token;
    private final SecurityIdentity identity;

    FormTokenFilter(FormToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    @ServerRequestFilter
    @WithFormRead
    void check(ResteasyReactiveContainerRequestContext request) {
        if (isSafe(request.getMethod()) || isApi(request)) {
            return;
        }
        String given = request.getHeaderString(FormToken.HEADER);
        if (given == null) {
            given = fromForm(request);
        }
        if (given == null || !token.isOf(identity, given)) {
            throw new ProblemException(
                    403,
                    "FORM_TOKEN",
                    "This form is out of date, perhaps because you logged in or out meanwhile. Go back, reload the page"
                            + " and try again.");
        }
    }

    private static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    private static boolean isApi(ResteasyReactiveContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }

    private static @Nullable String fromForm(ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return context.getFormParameter(FormToken.FIELD, true, false) instanceof String text ? text : null;
    }
}
