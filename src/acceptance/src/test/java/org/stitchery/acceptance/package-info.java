/** The whole way as a user walks it: packaged programs as processes, real lines, a real database, a real browser. */
@NullMarked
package org.stitchery.acceptance;

import org.jspecify.annotations.NullMarked;
