package org.stitchery.driver.artista;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * One command with its arguments, and how long its reply is.
 *
 * <p>These are all there are: the constructor is private, and the letters {@code Z}, {@code M}, {@code P}, {@code H}, {@code S},
 * {@code G}, {@code X} and {@code J}, which program, halt, restart or re-clock the machine, begin none of them. Whoever
 * wants one has to write it into this class, and a test that reads every byte the driver sends will object.
 */
final class Phrase {

    /** Most bytes in one {@code W}: what is known to work. */
    static final int MOST_BYTES = 32;

    private static final int FUNCTION_STATUS = 0xFFFED0;
    private static final int CARD_STATUS = 0xFFFED9;
    private static final int FIRMWARE = 0x200100;
    private static final int ACTIVE_PROCESSOR = 0x57FF80;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** {@code R} answers 32 bytes as 64 digits, then {@code O}. */
    private static final int READ_REPLY = 65;

    /** {@code L} answers 8 digits, then {@code O}. */
    private static final int SUM_REPLY = 9;

    private final byte[] text;
    private final int replyBytes;

    private Phrase(String text, int replyBytes) {
        this.text = text.getBytes(StandardCharsets.US_ASCII);
        this.replyBytes = replyBytes;
    }

    /** A read that is broken off at once: whatever the machine was about, it is ready for a command afterwards. */
    static Phrase resync() {
        return new Phrase("RF?", 0);
    }

    /** Switches to the embroidery module and asks it to confirm, or back when no confirmation follows. */
    static Phrase openSession() {
        return new Phrase("TrMEYQ", 1);
    }

    /** Leaves the embroidery module. */
    static Phrase leaveSession() {
        return new Phrase("TrME", 0);
    }

    static Phrase readFunctionStatus() {
        return read(FUNCTION_STATUS);
    }

    static Phrase readCardStatus() {
        return read(CARD_STATUS);
    }

    static Phrase readFirmware() {
        return read(FIRMWARE);
    }

    static Phrase readActiveProcessor() {
        return read(ACTIVE_PROCESSOR);
    }

    private static Phrase read(int address) {
        return new Phrase("R" + HEX.toHexDigits(address, 6), READ_REPLY);
    }

    /** The sum of so many bytes from the beginning of a place. */
    static Phrase sum(Place place, int count) {
        return new Phrase("L" + HEX.toHexDigits(place.at(0, count), 6) + HEX.toHexDigits(count, 6), SUM_REPLY);
    }

    static Phrase invoke(Function function) {
        return write(Place.FUNCTION, 0, function.code(), 0, 2);
    }

    /** Writes 1 to 32 bytes; the machine says nothing of it, so sums are compared afterwards. */
    static Phrase write(Place place, int offset, byte[] from, int start, int count) {
        if (count > MOST_BYTES) {
            throw new IllegalArgumentException("At most " + MOST_BYTES + " bytes at a time, found " + count);
        }
        String digits = HEX.formatHex(from, start, start + count);
        return new Phrase("W" + HEX.toHexDigits(place.at(offset, count), 6) + digits + "?", 0);
    }

    int length() {
        return text.length;
    }

    byte at(int i) {
        return text[i];
    }

    int replyBytes() {
        return replyBytes;
    }

    @Override
    public String toString() {
        return new String(text, StandardCharsets.US_ASCII);
    }
}
