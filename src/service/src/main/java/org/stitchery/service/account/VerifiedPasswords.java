package org.stitchery.service.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a few minutes which passwords bcrypt has just found right, so that a program which sends its password
 * with every API request does not cost a quarter of a CPU second each time. Holds keyed hashes only, under a key that
 * never leaves this process; a change of password or role ends them through the session epoch.
 */
@ApplicationScoped
class VerifiedPasswords {

    static final Duration KEPT = Duration.ofMinutes(5);

    private static final int MOST = 1_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    };

    VerifiedPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** What was found right lately about this login and password. */
    synchronized Optional<Verified> find(String login, String password) {
        Remembered found = remembered.get(digest(login, password));
        return found == null || clock.instant().isAfter(found.until) ? Optional.empty() : Optional.of(found.verified);
    }

    synchronized void remember(String login, String password, Account account) {
        remembered.put(
                digest(login, password),
                new Remembered(
                        new Verified(account.id(), account.sessionEpoch()),
                        clock.instant().plus(KEPT)));
    }

    private String digest(String login, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(login.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /**
     * A right password.
     *
     * @param accountId whose it was
     * @param epoch the account's session epoch then; in a later one the password proves nothing
     */
    record Verified(UUID accountId, long epoch) {}

    private record Remembered(Verified verified, Instant until) {}
}
