package org.stitchery.service.account;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.stitchery.service.platform.Actor;

/** The account of the request at hand. */
@RequestScoped
public class CurrentAccount {

    /** The attribute of the security identity that carries the {@link Actor}. */
    static final String ACTOR = "stitchery.actor";

    private final SecurityIdentity identity;

    CurrentAccount(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who asks, or empty when nobody is logged in. */
    public Optional<Actor> find() {
        return Optional.ofNullable(identity.getAttribute(ACTOR));
    }

    /**
     * Who asks.
     *
     * @throws UnauthorizedException when nobody is logged in
     */
    public Actor actor() {
        return find().orElseThrow(UnauthorizedException::new);
    }

    public UUID id() {
        return actor().id();
    }

    public String name() {
        return actor().name();
    }

    public String role() {
        return actor().role();
    }
}
