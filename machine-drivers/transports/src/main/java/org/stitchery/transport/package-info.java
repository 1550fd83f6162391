/**
 * Lines to machines: serial ports, TCP, port servers that speak RFC 2217 and programs, opened, locked, paced and served by
 * one thread. Start at {@link org.stitchery.transport.Transports} and {@link org.stitchery.transport.PacingLoop}.
 */
@NullMarked
package org.stitchery.transport;

import org.jspecify.annotations.NullMarked;
