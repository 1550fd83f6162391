package org.stitchery.service.account;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TrustedAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns the session cookie of a request into its account, if the session has not ended meanwhile. */
@ApplicationScoped
class SessionLogin implements IdentityProvider<TrustedAuthenticationRequest> {

    private final Accounts accounts;
    private final Clock clock;
    private final Duration longest;

    SessionLogin(
            Accounts accounts,
            Clock clock,
            @ConfigProperty(name = "stitchery.account.longest-session", defaultValue = "PT12H") Duration longest) {
        this.accounts = accounts;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public Class<TrustedAuthenticationRequest> getRequestType() {
        return TrustedAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TrustedAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identityOf(request.getPrincipal()).orElseGet(Identities::nobody));
    }

    private Optional<SecurityIdentity> identityOf(String name) {
        return SessionName.parse(name)
                .filter(session -> clock.instant().getEpochSecond() - session.begunSecond() <= longest.toSeconds())
                .flatMap(session -> accounts.byId(session.accountId())
                        .filter(account -> account.sessionEpoch() == session.epoch())
                        .map(account -> Identities.of(account, session)));
    }
}
