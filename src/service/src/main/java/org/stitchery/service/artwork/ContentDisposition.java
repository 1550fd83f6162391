package org.stitchery.service.artwork;

import java.nio.charset.StandardCharsets;

/**
 * The header that makes a browser save a file instead of showing it, for any name a person may have given it (RFC 6266,
 * RFC 8187): a plain name of harmless characters, and the true one percent-encoded beside it.
 */
final class ContentDisposition {

    private static final String HARMLESS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";

    private ContentDisposition() {}

    static String attachment(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c < 128 && HARMLESS.indexOf(c) >= 0 ? Character.toString(c) : "_"));
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && HARMLESS.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02X", b & 0xff));
            }
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
