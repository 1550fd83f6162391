/** The machine's end of a line: a pty master or a TCP port, both without blocking. */
@NullMarked
package org.stitchery.simulator.line;

import org.jspecify.annotations.NullMarked;
