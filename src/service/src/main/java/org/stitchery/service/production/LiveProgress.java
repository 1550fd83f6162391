package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How far the attempts under way have come, fresher than the database. Any thread. */
@ApplicationScoped
class LiveProgress {

    /**
     * So far.
     *
     * @param bytes design bytes at the machine
     * @param stitches penetrations in them
     * @param evidence how sure
     */
    record Point(long bytes, int stitches, String evidence) {}

    private final Map<UUID, Point> points = new ConcurrentHashMap<>();

    Optional<Point> of(UUID attemptId) {
        return Optional.ofNullable(points.get(attemptId));
    }

    void put(UUID attemptId, Point point) {
        points.put(attemptId, point);
    }

    void forget(UUID attemptId) {
        points.remove(attemptId);
    }
}
