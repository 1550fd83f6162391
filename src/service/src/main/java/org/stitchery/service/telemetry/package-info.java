/**
 * Telemetry out: what is true of the machines, for other systems over MQTT, as plain JSON, as Sparkplug B, or both. Off
 * unless a broker is configured. Read {@link org.stitchery.service.telemetry.Telemetry} first, topics are in
 * {@code src/service/docs/telemetry.md}. Nothing that customers gave us goes out, and nothing that comes in moves a machine.
 */
@NullMarked
package org.stitchery.service.telemetry;

import org.jspecify.annotations.NullMarked;
