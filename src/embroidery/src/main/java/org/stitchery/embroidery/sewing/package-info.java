/**
 * How long a design takes to sew and how much thread it uses, worked out command by command; one place for proofs,
 * reports and the simulated machine.
 *
 * <p>Numbers carry a grade: A a maker's documentation, B trade press, U a planning value of our own. All of them are
 * meant to be replaced by what a workshop measures.
 */
@NullMarked
package org.stitchery.embroidery.sewing;

import org.jspecify.annotations.NullMarked;
