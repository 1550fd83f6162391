package org.stitchery.service.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.stitchery.service.platform.Actor;

/** Makes people for tests, and browsers for them to sit at. */
@ApplicationScoped
public class TestPeople {

    public static final String PASSWORD = "a quiet needle at noon";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Accounts accounts;

    TestPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Somebody new. */
    public record Someone(UUID id, String login, String role) {
        public Actor actor() {
            return new Actor(id, login, role);
        }
    }

    public Someone some(String role) {
        String login = role + NUMBER.incrementAndGet() + "@example.org";
        Account account = QuarkusTransaction.requiringNew()
                .call(() -> accounts.add(login, "Test " + role, PASSWORD, role).orElseThrow());
        return new Someone(account.id(), login, role);
    }

    /** A browser in which somebody new has logged in. */
    public Browser browserOf(String role) {
        return Browser.loggedIn(some(role));
    }
}
