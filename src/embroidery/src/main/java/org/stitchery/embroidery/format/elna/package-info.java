/**
 * Elna's EMD: 48 bytes, then pairs of signed bytes, x and y upwards; 80 announces something else: 80 and a pair jump, 2A
 * colour change, AD cut, 90 the last cut, 7D nothing that we know, FD end. As one other reader has it; we have seen no
 * genuine file.
 */
@NullMarked
package org.stitchery.embroidery.format.elna;

import org.jspecify.annotations.NullMarked;
