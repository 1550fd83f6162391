/**
 * What runs in a driver's own process: loads one JAR and does what the parent asks for over standard input and output.
 * Together with the contract this is all that is on that process's class path, so nothing in here may use anything else.
 */
@NullMarked
package org.stitchery.plugin.host;

import org.jspecify.annotations.NullMarked;
