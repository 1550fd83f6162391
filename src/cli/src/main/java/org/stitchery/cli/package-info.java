@NullMarked
package org.stitchery.cli;

import org.jspecify.annotations.NullMarked;
