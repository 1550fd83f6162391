/**
 * What a person should know about a design before it is sewn, and what can be done about it: an
 * {@link org.stitchery.digitizer.advice.Advice} is a finding with, where one is safe, a
 * {@link org.stitchery.digitizer.advice.Fix} that changes the {@link org.stitchery.digitizer.advice.Request}, so that the
 * design can be shown as it is and as it would be.
 */
@NullMarked
package org.stitchery.digitizer.advice;

import org.jspecify.annotations.NullMarked;
