package org.stitchery.embroidery.model;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell a person about a drawing or a design.
 *
 * @param severity how much it matters
 * @param code stable and machine-readable, upper case with underscores, for example {@code TEXT_NOT_SEWN}
 * @param message one sentence for a customer, with the value that led to it and a way out
 * @param element the drawing's element, as {@code #id} or {@code path[3]} in document order; null when it is about all
 * @param xMm page position in millimetres, null when there is none
 * @param yMm page position in millimetres, downwards, null when there is none
 */
public record Finding(
        Severity severity,
        String code,
        String message,
        @Nullable String element,
        @Nullable Double xMm,
        @Nullable Double yMm) {

    /** How much a finding matters, mildest first. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** The result differs from the drawing or may disappoint. */
        WARNING,
        /** The design must not be sewn like this. */
        ERROR
    }

    /** About the whole drawing or design. */
    public static Finding of(Severity severity, String code, String message) {
        return new Finding(severity, code, message, null, null, null);
    }

    /** About one element. */
    public static Finding of(Severity severity, String code, String message, String element) {
        return new Finding(severity, code, message, element, null, null);
    }
}
