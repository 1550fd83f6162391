package org.stitchery.plugin.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** When a driver whose process keeps dying may be started again, for each link by itself. Any thread. */
final class Restarts {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** A process that lived so long did not die of its start. */
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    /** More links than a shop has machines; the longest unused is forgotten. */
    private static final int MOST_LINKS = 4096;

    private record Deaths(int count, long lastNanos) {}

    private final Map<String, Deaths> byLink = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deaths> eldest) {
            return size() > MOST_LINKS;
        }
    };

    /** How long to wait with the next start: nothing, then a second, doubled with each death up to a minute. */
    synchronized Duration delay(String link, long nowNanos) {
        Deaths deaths = byLink.get(link);
        if (deaths == null) {
            return Duration.ZERO;
        }
        Duration wanted = FIRST.multipliedBy(1L << Math.min(deaths.count() - 1, 6));
        Duration pause = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
        Duration left = pause.minusNanos(nowNanos - deaths.lastNanos());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void died(String link, long bornNanos, long nowNanos) {
        Deaths before = byLink.get(link);
        boolean healthy = nowNanos - bornNanos >= HEALTHY.toNanos();
        byLink.put(link, new Deaths(before == null || healthy ? 1 : before.count() + 1, nowNanos));
    }
}
