/**
 * Drivers from outside: JARs in a folder, each checked before anything of it runs, and kept apart from the house and from
 * each other. Start at {@link org.stitchery.plugin.PlugInFolder}.
 */
@NullMarked
package org.stitchery.plugin;

import org.jspecify.annotations.NullMarked;
