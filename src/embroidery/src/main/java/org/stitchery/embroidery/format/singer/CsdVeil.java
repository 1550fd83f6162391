package org.stitchery.embroidery.format.singer;

import java.util.HexFormat;

/**
 * The veil over a CSD: a byte is its plain value and a first key byte, summed, then crossed with a second. The keys, of 479
 * and 501 bytes, come out of a linear congruential generator one after the other, and are taken round and round by the
 * byte's place. Files whose first and third bytes are 7C and C3 all have the same seed; others begin with theirs and mix
 * the places up besides, as one other reader has it.
 */
final class CsdVeil {

    private static final int USUAL_SEED = 0x0C;
    private static final int FIRST_LENGTH = 479;
    private static final int SECOND_LENGTH = 501;
    private static final int PAGE = 0x100;

    /** Where in its page of 256 a byte takes its key from. */
    private static final byte[] PLACES = HexFormat.of().parseHex("""
            436e727a766c616f7c295d62606e61622041666a3a355a637c373a2a25242a3300101403724c4842087a5e0b6f45475f
            40545c575559533a326f5354505c4a562f2f622c22652528383038222b253a6f27383e3f743733772e303d342e322b2c
            0c184213160a15020b1c1e0e0860640d0951251a1816191a5810145b08151b5fd5d2aea3c1f0f4e8f8eca6abcdf8fdfb
            e2f0fefaf5b5f7f9fcb9f5eff4f8ecbfc3ced7cdd0d7cfc2dba4a0b0afbe98e2c291e5dcdad296c498f8c9d2ddd39ede
            aea5e28cb6aca3a9bca8a6eb8bbfa1acb5a3bbb6a7d8dc9aaaf982fb9db9abb394c1a08c8b8e958f8799e7e1a3838bcf
            a3859d83d4b7838491979f888fddad90
            """.replaceAll("\\s", ""));

    private CsdVeil() {}

    /** True for the kind that genuine files show. */
    static boolean isUsual(byte[] content) {
        return content.length > 2 && (content[0] & 0xFF) == 0x7C && (content[2] & 0xFF) == 0xC3;
    }

    /** The first bytes of a file without it. */
    static byte[] lift(byte[] content, int most) {
        boolean usual = isUsual(content);
        byte[] keys = keys(usual || content.length == 0 ? USUAL_SEED : content[0] & 0xFF);
        byte[] plain = new byte[Math.min(content.length, most)];
        for (int i = 0; i < plain.length; i++) {
            int place = usual ? i : mixed(i);
            plain[i] = (byte) ((content[i] ^ keys[FIRST_LENGTH + place % SECOND_LENGTH]) - keys[place % FIRST_LENGTH]);
        }
        return plain;
    }

    private static byte[] keys(int seed) {
        byte[] keys = new byte[FIRST_LENGTH + SECOND_LENGTH];
        int state = seed;
        for (int i = 0; i < keys.length; i++) {
            state = state * 0x41C64E6D + 0x3039;
            keys[i] = (byte) (state >> 16);
        }
        return keys;
    }

    /** In two of three pages the first bytes take theirs from the page before. */
    private static int mixed(int place) {
        int page = place / PAGE;
        int within = place % PAGE;
        int fromThePageBefore = page % 3 == 0 ? 0 : 3 - page % 3;
        if (within < fromThePageBefore) {
            page--;
        }
        return page * PAGE | PLACES[within] & 0xFF;
    }
}
