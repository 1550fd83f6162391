package org.stitchery.service.telemetry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings for feeds that a test makes itself. */
record FeedSettings(Optional<String> primaryHost, int keptEvents) implements TelemetrySettings {
    @Override
    public Optional<String> broker() {
        return Optional.empty();
    }

    @Override
    public Set<Mode> mode() {
        return Set.of();
    }

    @Override
    public Optional<String> user() {
        return Optional.empty();
    }

    @Override
    public Optional<String> secret() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> trust() {
        return Optional.empty();
    }

    @Override
    public String prefix() {
        return "stitchery";
    }

    @Override
    public String group() {
        return "Plant";
    }

    @Override
    public Optional<String> node() {
        return Optional.empty();
    }

    @Override
    public Duration progressEvery() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration keepAlive() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration retryFirst() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration retryLongest() {
        return Duration.ofMillis(200);
    }
}
