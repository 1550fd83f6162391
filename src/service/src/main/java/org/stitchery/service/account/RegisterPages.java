package org.stitchery.service.account;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.Ledger;
import org.stitchery.service.platform.LedgerEntry;

/** A customer makes an account. Staff accounts are made by the owner giving a role. */
@Path("/register")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RegisterPages {

    /** Enough to catch slips of the keyboard; whether an address exists only a message to it can tell. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,120}\\.[^\\s@\\p{Cntrl}]{2,}");

    private final Accounts accounts;
    private final Passwords passwords;
    private final Ledger ledger;

    RegisterPages(Accounts accounts, Passwords passwords, Ledger ledger) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.ledger = ledger;
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance register(String name, String email, Map<String, String> objections);

        static native TemplateInstance registered(String email);
    }

    @GET
    @PermitAll
    public TemplateInstance form() {
        return Templates.register("", "", Map.of());
    }

    @POST
    @PermitAll
    @Transactional
    public Response register(
            @FormParam("name") @Nullable String name,
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password) {
        String givenName = plain(name);
        String givenEmail = plain(email).toLowerCase(java.util.Locale.ROOT);
        String givenPassword = password == null ? "" : password;
        Map<String, String> objections = objections(givenName, givenEmail, givenPassword);
        if (objections.isEmpty()) {
            Optional<Account> added = accounts.add(givenEmail, givenName, givenPassword, Role.CUSTOMER);
            if (added.isPresent()) {
                ledger.append(LedgerEntry.of(
                        "account",
                        added.get().id(),
                        0,
                        "registered",
                        added.get().actor(),
                        Map.of()));
                return Response.ok(Templates.registered(givenEmail)).build();
            }
            objections.put("email", "There is an account with this address already. Log in instead.");
        }
        return Response.status(422)
                .entity(Templates.register(givenName, givenEmail, objections))
                .build();
    }

    private Map<String, String> objections(String name, String email, String password) {
        Map<String, String> objections = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > 100) {
            objections.put("name", "Tell us how to call you, in up to 100 characters.");
        }
        if (email.length() > 200 || !EMAIL.matcher(email).matches()) {
            objections.put("email", "This does not look like an e-mail address.");
        }
        passwords.objection(password, email).ifPresent(sentence -> objections.put("password", sentence));
        return objections;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
    }
}
