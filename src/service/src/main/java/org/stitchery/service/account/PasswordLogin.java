package org.stitchery.service.account;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Login and password, from the login form or from an API request. */
@ApplicationScoped
class PasswordLogin implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final int LONGEST_FIELD = 512;

    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final VerifiedPasswords verified;
    private final Clock clock;

    PasswordLogin(Accounts accounts, LoginThrottle throttle, VerifiedPasswords verified, Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.verified = verified;
        this.clock = clock;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String login = request.getUsername();
        String password = new String(request.getPassword().getPassword());
        if (login.length() > LONGEST_FIELD || password.length() > LONGEST_FIELD) {
            return Uni.createFrom().failure(new AuthenticationFailedException("Login or password is too long"));
        }
        String address = addressOf(request);
        return context.runBlocking(() -> identityOf(login, password, address));
    }

    private SecurityIdentity identityOf(String login, String password, String address) {
        Optional<Account> known = verified.find(login, password).flatMap(this::stillRight);
        Account account = known.orElseGet(() -> check(login, password, address));
        return Identities.of(
                account,
                new SessionName(
                        account.id(), account.sessionEpoch(), clock.instant().getEpochSecond()));
    }

    private Optional<Account> stillRight(VerifiedPasswords.Verified found) {
        return accounts.byId(found.accountId()).filter(account -> account.sessionEpoch() == found.epoch());
    }

    private Account check(String login, String password, String address) {
        if (throttle.mustWait(login, address)) {
            throw new AuthenticationFailedException("Too many wrong passwords, wait before the next try");
        }
        Optional<Account> account = accounts.withPassword(login, password);
        if (account.isEmpty()) {
            throttle.failed(login, address);
            throw new AuthenticationFailedException("Login and password do not match");
        }
        throttle.succeeded(login, address);
        verified.remember(login, password, account.get());
        return account.get();
    }

    private static String addressOf(UsernamePasswordAuthenticationRequest request) {
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        return routing == null || routing.request().remoteAddress() == null
                ? "unknown"
                : String.valueOf(routing.request().remoteAddress().hostAddress());
    }
}
