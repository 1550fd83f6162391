/**
 * The command line: everything but orders and queues, without the service. {@link org.stitchery.cli.Stitchery} is the
 * way in, one class per command.
 */
@NullMarked
package org.stitchery.cli;

import org.jspecify.annotations.NullMarked;
