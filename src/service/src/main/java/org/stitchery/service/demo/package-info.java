/**
 * A shop to look at: two simulated machines, each a process of its own that outlives a killed service as a real machine
 * would. Nothing else in the service knows that they are simulated.
 */
@NullMarked
package org.stitchery.service.demo;

import org.jspecify.annotations.NullMarked;
