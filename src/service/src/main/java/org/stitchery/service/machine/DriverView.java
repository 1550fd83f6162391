package org.stitchery.service.machine;

import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.plugin.Isolation;

/**
 * A driver for programs.
 *
 * @param description what it is and what can be set
 * @param version its own, or the service's for one that rides with it
 * @param file the JAR it came in; null for one that rides with the service
 * @param sha256 of that JAR
 * @param isolation where it runs; null for one that rides with the service
 */
public record DriverView(
        DriverDescription description,
        String version,
        @Nullable String file,
        @Nullable String sha256,
        @Nullable Isolation isolation) {}
