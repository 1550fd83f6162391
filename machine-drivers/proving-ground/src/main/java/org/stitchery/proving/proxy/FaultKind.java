package org.stitchery.proving.proxy;

import java.util.Locale;

/** What can be wrong with a network between host and machine. TCP itself neither loses, doubles nor turns bytes round. */
public enum FaultKind {
    /** Nothing. */
    NONE,
    /** Every byte comes later, in both directions. */
    LATENCY,
    /** Every byte comes in a segment of its own, in both directions. */
    ONE_BYTE,
    /** After so many bytes both sides see the connection end. */
    CUT,
    /** After so many bytes both sides see the connection break. */
    RESET,
    /** After so many bytes all that comes is taken and goes nowhere; nobody is told. */
    HALF_OPEN,
    /** After so many bytes nothing is taken any more; nobody is told. */
    BLACK_HOLE,
    /** One bit of one byte is another. */
    BIT_FLIP;

    /** As people write it: {@code half-open}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind people write so.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static FaultKind named(String text) {
        StringBuilder all = new StringBuilder();
        for (FaultKind kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
            all.append(all.isEmpty() ? "" : ", ").append(kind.text());
        }
        throw new IllegalArgumentException("No fault \"" + text + "\"; there are " + all);
    }
}
