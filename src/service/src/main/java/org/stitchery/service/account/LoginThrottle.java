package org.stitchery.service.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing. From the sixth wrong password in a quarter of an hour for one login from one address, the next
 * try must wait, twice as long each time up to a minute; an address may be wrong 30 times a minute over all logins. A
 * wrong password elsewhere never keeps a person out at their own address: an operator at a machine is slowed by their
 * own typing at most. A try that must wait is refused before the password is looked at.
 *
 * <p>Kept in memory, for the {@value #MOST} most recent pairs and addresses. Safe for all threads.
 */
@ApplicationScoped
class LoginThrottle {

    static final int FREE_TRIES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    static final int ADDRESS_TRIES = 30;
    static final Duration ADDRESS_WINDOW = Duration.ofMinutes(1);
    static final int ALERT_AT = 100;

    private static final int MOST = 20_000;
    private static final Logger LOG = Logger.getLogger(LoginThrottle.class);

    private final Clock clock;
    private final Map<String, Failures> pairs = bounded();
    private final Map<String, Failures> addresses = bounded();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** True when this try must not even look at the password. */
    boolean mustWait(String login, String address) {
        return !waitFor(login, address).isZero();
    }

    /** How long until the next try is looked at; zero for at once. */
    synchronized Duration waitFor(String login, String address) {
        Instant now = clock.instant();
        Duration forPair =
                pairs.getOrDefault(pair(login, address), Failures.NONE).waitOfPair(now);
        Duration forAddress = addresses.getOrDefault(address, Failures.NONE).waitOfAddress(now);
        return forPair.compareTo(forAddress) > 0 ? forPair : forAddress;
    }

    /** How long until any login is looked at again from there, for the login page; zero for at once. */
    synchronized Duration waitAt(String address) {
        Instant now = clock.instant();
        Duration wait = addresses.getOrDefault(address, Failures.NONE).waitOfAddress(now);
        for (Map.Entry<String, Failures> entry : pairs.entrySet()) {
            if (entry.getKey().startsWith(address + " ")) {
                Duration forPair = entry.getValue().waitOfPair(now);
                wait = forPair.compareTo(wait) > 0 ? forPair : wait;
            }
        }
        return wait;
    }

    synchronized void failed(String login, String address) {
        Instant now = clock.instant();
        pairs.computeIfAbsent(pair(login, address), key -> new Failures()).add(now, WINDOW);
        Failures here = addresses.computeIfAbsent(address, key -> new Failures());
        here.add(now, Duration.ofHours(1));
        if (here.times.size() == ALERT_AT) {
            LOG.warnf("%d wrong passwords within an hour from %s", ALERT_AT, address);
        }
    }

    synchronized void succeeded(String login, String address) {
        pairs.remove(pair(login, address));
    }

    private static String pair(String login, String address) {
        return address + " " + login.strip().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Failures> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.@Nullable Entry<String, Failures> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Times of failures, oldest first. */
    private static final class Failures {

        static final Failures NONE = new Failures();

        private static final int MOST_KEPT = 200;

        final Deque<Instant> times = new ArrayDeque<>();

        void add(Instant now, Duration kept) {
            times.addLast(now);
            while (times.size() > MOST_KEPT || times.getFirst().isBefore(now.minus(kept))) {
                times.removeFirst();
            }
        }

        Duration waitOfPair(Instant now) {
            long recent = countSince(now.minus(WINDOW));
            if (recent < FREE_TRIES) {
                return Duration.ZERO;
            }
            long doublings = Math.min(recent - FREE_TRIES, 10);
            Duration wait = Duration.ofSeconds(1L << doublings);
            return until(now, wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        }

        Duration waitOfAddress(Instant now) {
            return countSince(now.minus(ADDRESS_WINDOW)) < ADDRESS_TRIES ? Duration.ZERO : until(now, ADDRESS_WINDOW);
        }

        private long countSince(Instant since) {
            return times.stream().filter(time -> time.isAfter(since)).count();
        }

        private Duration until(Instant now, Duration wait) {
            Duration left = Duration.between(now, times.getLast().plus(wait));
            return left.isNegative() ? Duration.ZERO : left;
        }
    }
}
