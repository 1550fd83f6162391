package org.stitchery.driver.httppull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.HeldDesign;

/**
 * One design as it is offered, and the claims on it. Claims differ from those of every other delivery, also of the same
 * design under the same label, so that a late word on an earlier one is never taken for a word on this one.
 */
final class Offer {

    private static final int STEM_DIGITS = 16;

    private final String label;
    private final String format;
    private final long bytes;
    private final String sha256;
    private final long crc32;
    private final String stem;
    private long given;

    /**
     * @param nowNanos the host's clock and
     * @param number the count of deliveries make claims differ, besides label, fence and content
     */
    Offer(DeliveryOrder order, long nowNanos, long number) {
        byte[] content = order.content();
        this.label = order.label();
        this.format = order.format();
        this.bytes = content.length;
        this.sha256 = sha256(content);
        CRC32 crc = new CRC32();
        crc.update(content);
        this.crc32 = crc.getValue();
        String unique = label + " " + order.fence() + " " + nowNanos + " " + number + " " + sha256;
        this.stem = sha256(unique.getBytes(StandardCharsets.UTF_8)).substring(0, STEM_DIGITS);
    }

    String label() {
        return label;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    /** A claim that nobody has yet. */
    String newClaim() {
        given++;
        return stem + "-" + given;
    }

    /** True for a claim on this delivery that was given out. */
    boolean gave(String claim) {
        int dash = claim.indexOf('-');
        return dash == STEM_DIGITS
                && claim.startsWith(stem)
                && claim.substring(dash + 1).matches("[1-9][0-9]{0,15}")
                && Long.parseLong(claim.substring(dash + 1)) <= given;
    }

    /** What the other side says it holds is this. */
    boolean isMeantBy(Said said) {
        return said.text("label").equals(label) && said.text("sha256").equalsIgnoreCase(sha256);
    }

    HeldDesign held() {
        return new HeldDesign(label, bytes, crc32);
    }

    String json(String claim) {
        return "{\"label\":\"" + label + "\",\"format\":\"" + format + "\",\"bytes\":" + bytes + ",\"sha256\":\""
                + sha256 + "\",\"claim\":\"" + claim + "\"}\n";
    }

    String lines(String claim) {
        return "label=" + label + "\nformat=" + format + "\nbytes=" + bytes + "\nsha256=" + sha256 + "\nclaim=" + claim
                + "\n";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
