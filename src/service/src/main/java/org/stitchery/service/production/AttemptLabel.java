package org.stitchery.service.production;

import java.util.UUID;

/**
 * The name of an attempt for machines and people: eight characters of {@code A-Z 2-9}, without the I and O that look like
 * digits, taken from the attempt's id. Forty bits; the database refuses a second one of the same.
 */
final class AttemptLabel {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 8;
    private static final int BITS = 5;

    private AttemptLabel() {}

    static String of(UUID attemptId) {
        long bits = attemptId.getLeastSignificantBits();
        StringBuilder label = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            label.append(ALPHABET.charAt((int) (bits >>> (i * BITS)) & 31));
        }
        return label.toString();
    }
}
