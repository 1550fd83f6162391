package org.stitchery.service.platform;

/**
 * A refusal as {@code application/problem+json} (RFC 9457).
 *
 * @param status HTTP status
 * @param code stable and machine-readable
 * @param title the status in words
 * @param detail one sentence for a person
 * @param trace names this very refusal in the log
 */
public record Problem(int status, String code, String title, String detail, String trace) {}
