/**
 * Stitch file formats: one folder each, all in the one list {@link org.stitchery.embroidery.format.Formats}.
 *
 * <p>Start at {@link org.stitchery.embroidery.format.EmbroideryFormat}. Bytes become a pattern through a
 * {@link org.stitchery.embroidery.format.FormatReader}, a pattern becomes bytes through a
 * {@link org.stitchery.embroidery.format.FormatWriter}; what gets lost on the way is told as findings, what cannot be
 * read at all as a {@link org.stitchery.embroidery.format.FormatException}.
 */
@NullMarked
package org.stitchery.embroidery.format;

import org.jspecify.annotations.NullMarked;
