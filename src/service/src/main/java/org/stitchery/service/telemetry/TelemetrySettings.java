package org.stitchery.service.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Where telemetry goes, and how. */
@ConfigMapping(prefix = "stitchery.telemetry")
interface TelemetrySettings {

    /** How machines are told of. */
    enum Mode {
        /** Readable JSON on retained topics. */
        PLAIN,
        /** Eclipse Sparkplug B 3.0. */
        SPARKPLUG
    }

    /** {@code tcp://host:1883} or {@code ssl://host:8883}. Nothing goes out while it is not set. */
    Optional<String> broker();

    @WithDefault("plain")
    Set<Mode> mode();

    /** Who logs in at the broker; nobody when it is not set. */
    Optional<String> user();

    /** Under which name the password is kept: {@code plant} is the variable {@code STITCHERY_SECRET_PLANT}. */
    Optional<String> secret();

    /** PEM file of the authority that signed the broker's certificate; Java's own authorities when it is not set. */
    Optional<Path> trust();

    /** First levels of all plain topics. */
    @WithDefault("stitchery")
    String prefix();

    /** Sparkplug's group. */
    @WithDefault("Stitchery")
    String group();

    /** How this node is called in topics; the name in its data folder when it is not set. */
    Optional<String> node();

    /** Sparkplug's primary host: births wait until it is there. None waits for nobody. */
    Optional<String> primaryHost();

    /** Shortest pause between two messages of mere progress of one machine. */
    @WithDefault("1s")
    Duration progressEvery();

    /** After so long without a word the broker is asked for a sign of life; a connection without one is given up. */
    @WithDefault("30s")
    Duration keepAlive();

    /** Events kept while the broker is away; the oldest go first. */
    @WithDefault("1000")
    int keptEvents();

    /** First pause after a connection was lost or refused. */
    @WithDefault("1s")
    Duration retryFirst();

    /** Longest pause between tries. */
    @WithDefault("60s")
    Duration retryLongest();
}
