package org.stitchery.service.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.stitchery.service.platform.Actor;

/** Whom a page is for, as templates ask: {@code {inject:person.name}}. */
@Named("person")
@RequestScoped
public class Person {

    private final CurrentAccount account;
    private final FormToken token;
    private final SecurityIdentity identity;

    Person(CurrentAccount account, FormToken token, SecurityIdentity identity) {
        this.account = account;
        this.token = token;
        this.identity = identity;
    }

    public boolean isKnown() {
        return account.find().isPresent();
    }

    public String getName() {
        return account.find().map(Actor::name).orElse("");
    }

    public boolean isCustomer() {
        return is(Role.CUSTOMER);
    }

    /** True for those who may see the floor. */
    public boolean isStaff() {
        return is(Role.OPERATOR, Role.PLANNER, Role.OWNER);
    }

    /** True for those who may work the machines. */
    public boolean isAtMachines() {
        return is(Role.OPERATOR, Role.PLANNER);
    }

    public boolean isOwner() {
        return is(Role.OWNER);
    }

    /** What forms carry, see {@link FormToken}. */
    public String getFormToken() {
        return token.of(identity);
    }

    private boolean is(String... roles) {
        return account.find().map(actor -> actor.is(roles)).orElse(false);
    }
}
