/** The parent's side of a driver that runs in a process of its own: to everybody else an ordinary driver. */
@NullMarked
package org.stitchery.plugin.process;

import org.jspecify.annotations.NullMarked;
