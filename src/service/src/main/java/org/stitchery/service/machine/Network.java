package org.stitchery.service.machine;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses in CIDR notation, IPv4 or IPv6.
 *
 * @param text as written
 * @param base its first address as a number
 * @param hostBits bits that may differ
 * @param length bytes of an address: 4 or 16
 */
record Network(String text, BigInteger base, int hostBits, int length) {

    /** @throws IllegalArgumentException when it is no network */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            String literal = slash < 0 ? text : text.substring(0, slash);
            if (!literal.matches("[0-9a-fA-F.:]+")) {
                throw new IllegalArgumentException(
                        "A network is an address and a length like 10.0.0.0/8, found " + text);
            }
            byte[] address = InetAddress.getByName(literal).getAddress();
            int prefix = slash < 0 ? 8 * address.length : Integer.parseInt(text.substring(slash + 1));
            int hostBits = 8 * address.length - prefix;
            if (hostBits < 0 || prefix < 0) {
                throw new IllegalArgumentException("No network has a prefix of " + prefix + " bits: " + text);
            }
            return new Network(
                    text, number(address).shiftRight(hostBits).shiftLeft(hostBits), hostBits, address.length);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "A network is an address and a length like 10.0.0.0/8, found " + text, e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == length && number(bytes).shiftRight(hostBits).equals(base.shiftRight(hostBits));
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    @Override
    public String toString() {
        return text;
    }
}
