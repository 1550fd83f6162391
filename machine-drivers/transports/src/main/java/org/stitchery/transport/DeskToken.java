package org.stitchery.transport;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What whoever asks at a desk has to bring. Only its hash is kept, and comparing takes the same time whatever was brought.
 */
final class DeskToken {

    /** Ninety-six bits of a random Base64 text; nobody tries that out over a network. */
    static final int SHORTEST = 16;

    private static final int LONGEST_HEADER = 1024;
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final byte[] hash;

    /** @throws IllegalArgumentException when it is shorter than {@link #SHORTEST} characters */
    DeskToken(String token) {
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "a desk's token has at least " + SHORTEST + " characters, this one has " + token.length());
        }
        this.hash = hash(token);
    }

    boolean isShownBy(@Nullable String authorization) {
        // Compared in any case, so that a missing one takes as long as a wrong one.
        boolean equal = MessageDigest.isEqual(hash, hash(shown(authorization).orElse("")));
        return equal && authorization != null;
    }

    /** The token of a Bearer header, or the password of a Basic one. */
    private static Optional<String> shown(@Nullable String authorization) {
        if (authorization == null || authorization.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        String lower = authorization.toLowerCase(Locale.ROOT);
        if (lower.startsWith(BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        if (!lower.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
