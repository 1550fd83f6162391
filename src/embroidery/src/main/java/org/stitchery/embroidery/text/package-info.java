/** Designs as text, for people and other programs to look at. */
@NullMarked
package org.stitchery.embroidery.text;

import org.jspecify.annotations.NullMarked;
