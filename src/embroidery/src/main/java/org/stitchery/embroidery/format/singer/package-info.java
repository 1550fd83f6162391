/**
 * Singer's files.
 *
 * <pre>
 * XXX   256 bytes of header, then signed pairs, y upwards; a first byte of 7D or 7E announces a long move of two i16, 7F:
 *       01 jump, 03 cut, 08 and 0A..17 colour change, 7F or 18 end; then colours as 00, red, green, blue
 * CSD   every byte veiled by a key stream that a generator makes from the first byte; beneath it colours and then records
 *       ctrl, |dy|, |dx|
 * </pre>
 *
 * <p>XXX as found in one genuine file and in those of another writer; CSD in one genuine file.
 */
@NullMarked
package org.stitchery.embroidery.format.singer;

import org.jspecify.annotations.NullMarked;
