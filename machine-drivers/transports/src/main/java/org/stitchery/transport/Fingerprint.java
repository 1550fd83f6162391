package org.stitchery.transport;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 of a server's key or certificate, by which an address names the one server it means.
 *
 * @param text {@code SHA256:} and 43 characters of Base64 without padding, as {@code ssh-keygen -l} prints it
 */
public record Fingerprint(String text) {

    private static final String PREFIX = "SHA256:";
    private static final int BYTES = 32;

    public Fingerprint {
        if (!text.matches(PREFIX + "[A-Za-z0-9+/]{43}")) {
            throw wrong(text);
        }
    }

    /**
     * Takes Base64 as {@code ssh-keygen -l} prints it, or 64 hexadecimal digits with or without colons as {@code openssl
     * x509 -fingerprint -sha256} prints them.
     *
     * @throws IllegalArgumentException saying what was expected and what was found
     */
    public static Fingerprint parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw wrong(text);
        }
        String rest = text.substring(PREFIX.length());
        String digits = rest.replace(":", "").toLowerCase(Locale.ROOT);
        if (digits.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            return of(HexFormat.of().parseHex(digits));
        }
        return new Fingerprint(PREFIX + rest.replaceAll("=$", ""));
    }

    /** @param encoded the key as SSH sends it, or the certificate in DER */
    public static Fingerprint ofEncoded(byte[] encoded) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(encoded));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Fingerprint of(byte[] sha256) {
        return new Fingerprint(PREFIX + Base64.getEncoder().withoutPadding().encodeToString(sha256));
    }

    private static IllegalArgumentException wrong(String found) {
        return new IllegalArgumentException("A fingerprint is SHA256: and 43 characters of Base64, or 64 hexadecimal"
                + " digits, found \"" + UriQuery.printable(found) + "\"");
    }

    @Override
    public String toString() {
        return text;
    }
}
