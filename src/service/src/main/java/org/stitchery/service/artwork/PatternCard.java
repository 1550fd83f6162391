package org.stitchery.service.artwork;

import org.jspecify.annotations.Nullable;

/**
 * A pattern as the gallery shows it.
 *
 * @param pattern the pattern
 * @param designSha256 its stitches, null while they are being made
 */
public record PatternCard(Pattern pattern, @Nullable String designSha256) {}
