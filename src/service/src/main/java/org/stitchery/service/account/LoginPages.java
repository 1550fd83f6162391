package org.stitchery.service.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * In and out. The login form itself posts to {@code /login}, where the form mechanism takes it before any of this is
 * asked.
 */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LoginPages {

    private final Accounts accounts;
    private final CurrentAccount current;
    private final FirstAccounts firstAccounts;
    private final LoginThrottle throttle;
    private final SecurityIdentity identity;

    LoginPages(
            Accounts accounts,
            CurrentAccount current,
            FirstAccounts firstAccounts,
            LoginThrottle throttle,
            SecurityIdentity identity) {
        this.accounts = accounts;
        this.current = current;
        this.firstAccounts = firstAccounts;
        this.throttle = throttle;
        this.identity = identity;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance login(
                List<FirstAccounts.DemoAccount> demo, String demoPassword, boolean failed, long waitSeconds);
    }

    @GET
    @Path("login")
    @PermitAll
    public TemplateInstance login(@RestQuery @Nullable String failed, RoutingContext routing) {
        long wait = failed == null
                ? 0
                : throttle.waitAt(routing.request().remoteAddress().hostAddress())
                        .plusMillis(999)
                        .toSeconds();
        return Templates.login(firstAccounts.shown(), FirstAccounts.DEMO_PASSWORD, failed != null, wait);
    }

    /** Where a fresh login leads: everybody to their own work. */
    @GET
    @Path("welcome")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response welcome() {
        return Response.seeOther(URI.create(current.role().equals(Role.CUSTOMER) ? "/" : "/floor"))
                .build();
    }

    /** Ends every session of the account, here and elsewhere. */
    @POST
    @Path("logout")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response logout() {
        accounts.endSessions(current.id());
        FormAuthenticationMechanism.logout(identity);
        return Response.seeOther(URI.create("/")).build();
    }
}
