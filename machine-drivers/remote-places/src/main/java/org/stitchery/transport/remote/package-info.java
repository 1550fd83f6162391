/**
 * Folders on other computers, as machines and their file servers offer them. What they share lives here: one place that
 * keeps to its times, never does a thing twice and lets go when told. Each protocol, and the library that speaks it, ends
 * in a package of its own below.
 */
@NullMarked
package org.stitchery.transport.remote;

import org.jspecify.annotations.NullMarked;
