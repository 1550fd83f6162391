package org.stitchery.service.account;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;

/** Makes security identities of accounts. */
final class Identities {

    /** The attribute that carries the account's session epoch. */
    static final String EPOCH = "stitchery.epoch";

    private Identities() {}

    static SecurityIdentity of(Account account, SessionName session) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(session.toString()))
                .addRole(account.role())
                .addAttribute(CurrentAccount.ACTOR, account.actor())
                .addAttribute(EPOCH, account.sessionEpoch())
                .build();
    }

    /** Nobody: what a session that has ended turns into, so that public pages still open. */
    static SecurityIdentity nobody() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(""))
                .setAnonymous(true)
                .build();
    }
}
