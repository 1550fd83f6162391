package org.stitchery.service.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the accounts without which nobody could log in: the four of the demo, or the owner named by configuration. */
@ApplicationScoped
public class FirstAccounts {

    /** The password of all demo accounts, shown on the demo's login page. */
    public static final String DEMO_PASSWORD = "needle-and-thread";

    private static final Logger LOG = Logger.getLogger(FirstAccounts.class);

    private static final List<DemoAccount> DEMO = List.of(
            new DemoAccount("customer", "Casey Customer", Role.CUSTOMER, "orders embroidery"),
            new DemoAccount("operator", "Olga Operator", Role.OPERATOR, "runs the machines"),
            new DemoAccount("planner", "Pat Planner", Role.PLANNER, "releases and assigns work"),
            new DemoAccount("owner", "Owen Owner", Role.OWNER, "sees everything"));

    private final Accounts accounts;
    private final Passwords passwords;
    private final boolean demo;
    private final Optional<String> ownerLogin;
    private final Optional<String> ownerPassword;

    FirstAccounts(
            Accounts accounts,
            Passwords passwords,
            @ConfigProperty(name = "stitchery.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "stitchery.owner.login") Optional<String> ownerLogin,
            @ConfigProperty(name = "stitchery.owner.password") Optional<String> ownerPassword) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.demo = demo;
        this.ownerLogin = ownerLogin;
        this.ownerPassword = ownerPassword;
    }

    void onStart(@Observes StartupEvent start) {
        List<DemoAccount> missing = demo
                ? DEMO.stream()
                        .filter(each -> accounts.byLogin(each.login()).isEmpty())
                        .toList()
                : List.of();
        if (!missing.isEmpty()) {
            // One hash for all of them: their password is printed on the page, and a hash costs a second of waiting.
            String hash = passwords.hash(DEMO_PASSWORD);
            missing.forEach(each -> accounts.addHashed(each.login(), each.name(), hash, each.role()));
        }
        if (ownerLogin.isPresent() && ownerPassword.isPresent()) {
            if (accounts.byLogin(ownerLogin.get()).isEmpty()) {
                accounts.add(ownerLogin.get(), ownerLogin.get(), ownerPassword.get(), Role.OWNER);
            }
        } else if (accounts.isEmpty()) {
            LOG.warn("There is no account yet and nobody could become owner: set stitchery.owner.login and"
                    + " stitchery.owner.password once");
        }
    }

    /** The demo's accounts to show at login, none outside of the demo. */
    public List<DemoAccount> shown() {
        return demo ? DEMO : List.of();
    }

    /** One account of the demo and what it is good for. */
    public record DemoAccount(String login, String name, String role, String purpose) {}
}
