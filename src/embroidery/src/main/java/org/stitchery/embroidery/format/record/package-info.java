/**
 * What the formats made of small records have in common: looking at bytes without trusting them, putting a design
 * together from moves, and taking one apart into moves that fit a record.
 *
 * <p>Nearly all stitch formats are a header and a list of records, each a move of the frame from where it is and what the
 * needle does there. They differ in how a record is written, how far it reaches, and in what they cannot say at all.
 */
@NullMarked
package org.stitchery.embroidery.format.record;

import org.jspecify.annotations.NullMarked;
