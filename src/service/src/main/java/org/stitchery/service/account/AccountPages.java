package org.stitchery.service.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.Ledger;
import org.stitchery.service.platform.LedgerEntry;
import org.stitchery.service.platform.ProblemException;

/** One's own password, and for the owner everybody's role. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AccountPages {

    private final Accounts accounts;
    private final Passwords passwords;
    private final CurrentAccount current;
    private final Ledger ledger;

    AccountPages(Accounts accounts, Passwords passwords, CurrentAccount current, Ledger ledger) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.current = current;
        this.ledger = ledger;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance account(Account account, @Nullable String objection);

        static native TemplateInstance people(List<Account> accounts, List<String> roles, UUID self);
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance account() {
        return Templates.account(own(), null);
    }

    @POST
    @Path("password")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Transactional
    public Response changePassword(
            @FormParam("current") @Nullable String currentPassword, @FormParam("password") @Nullable String password) {
        Account own = own();
        String wanted = password == null ? "" : password;
        Optional<String> objection = currentPassword == null
                        || accounts.withPassword(own.login(), currentPassword).isEmpty()
                ? Optional.of("The current password is not right.")
                : passwords.objection(wanted, own.login());
        if (objection.isPresent()) {
            return Response.status(422)
                    .entity(Templates.account(own, objection.get()))
                    .build();
        }
        accounts.changePassword(own.id(), wanted);
        ledger.append(LedgerEntry.of("account", own.id(), 0, "password_changed", own.actor(), Map.of()));
        return Response.seeOther(URI.create("/login")).build();
    }

    @GET
    @Path("people")
    @RolesAllowed(Role.OWNER)
    public TemplateInstance people() {
        return Templates.people(
                accounts.all(), List.of(Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER), current.id());
    }

    @POST
    @Path("people/{id}/role")
    @RolesAllowed(Role.OWNER)
    @Transactional
    public Response changeRole(UUID id, @FormParam("role") @Nullable String role) {
        if (role == null || !Role.ALL.contains(role)) {
            throw ProblemException.unprocessable("ROLE_UNKNOWN", "There is no such role.");
        }
        if (id.equals(current.id())) {
            throw ProblemException.conflict(
                    "OWN_ROLE", "You cannot change your own role, so that there is always an owner.");
        }
        if (!accounts.changeRole(id, role)) {
            throw ProblemException.notFound("ACCOUNT_UNKNOWN", "There is no such account.");
        }
        ledger.append(LedgerEntry.of("account", id, 0, "role_changed", current.actor(), Map.of("role", role)));
        return Response.seeOther(URI.create("/account/people")).build();
    }

    private Account own() {
        return accounts.byId(current.id())
                .orElseThrow(() -> ProblemException.notFound("ACCOUNT_UNKNOWN", "There is no such account."));
    }
}
