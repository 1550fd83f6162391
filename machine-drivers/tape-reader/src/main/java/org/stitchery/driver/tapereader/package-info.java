/**
 * Machines that read a design byte by byte as their tape readers once did, and say no more than "wait" and "go on". Start
 * at {@link org.stitchery.driver.tapereader.TapeReaderDriver}.
 */
@NullMarked
package org.stitchery.driver.tapereader;

import org.jspecify.annotations.NullMarked;
