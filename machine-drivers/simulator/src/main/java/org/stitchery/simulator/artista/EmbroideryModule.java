package org.stitchery.simulator.artista;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The embroidery module's memory and what its functions do with it. */
final class EmbroideryModule {

    private static final int RAM_BYTES = 0x40000;
    private static final int FUNCTION = 0xFFFED0;
    private static final int CARD = 0xFFFED9;
    private static final int FIRMWARE = 0x200100;
    private static final int ACTIVE_PROCESSOR = 0x57FF80;
    private static final int NAME = 0x0240D5;
    private static final int LENGTH = 0x028F40;
    private static final int BODY = 0x028F48;
    private static final byte[] BANNER = "NMMV03.01\0English".getBytes(StandardCharsets.US_ASCII);

    private static final int BUSY = 0x0001;
    private static final int DONE = 0x0002;
    private static final int FULL = 0x8005;
    private static final int WRONG = 0x8001;

    /** Three pages of 27. */
    private static final int MOST_DESIGNS = 81;

    private static final Duration STORING = Duration.ofSeconds(5);
    private static final Duration OTHERWISE = Duration.ofMillis(60);

    private final byte[] ram = new byte[RAM_BYTES];
    private final byte[] function = new byte[2];
    private final List<Stored> designs = new ArrayList<>();
    private boolean session;
    private boolean selected;
    private boolean prepared;
    private int status;
    private long doneAtNanos;
    private @Nullable Stored fresh;

    /** @param body ends with 80 81 */
    record Stored(String name, byte[] body) {}

    /** The bridge to the module is switched over. */
    void openSession() {
        session = true;
        status = 0;
    }

    void leaveSession() {
        selected = false;
        prepared = false;
    }

    /** The design that was stored last, once the sewing machine may see it; given out once. */
    @Nullable
    Stored takeFresh() {
        Stored given = session ? null : fresh;
        fresh = given == null ? fresh : null;
        return given;
    }

    int read(int address, long nowNanos) {
        if (address >= FUNCTION && address < FUNCTION + 2) {
            int shown = nowNanos < doneAtNanos ? BUSY : status;
            return address == FUNCTION ? shown >> 8 : shown & 0xFF;
        }
        if (address >= ACTIVE_PROCESSOR && address < ACTIVE_PROCESSOR + 2) {
            return session ? 0 : address == ACTIVE_PROCESSOR ? 0xB4 : 0xA5;
        }
        if (address >= FIRMWARE && address < FIRMWARE + BANNER.length) {
            return BANNER[address - FIRMWARE];
        }
        if (address == CARD) {
            return 0x82;
        }
        return address >= 0 && address < RAM_BYTES ? ram[address] & 0xFF : 0xFF;
    }

    void write(int address, int value, long nowNanos) {
        if (address >= FUNCTION && address < FUNCTION + 2) {
            function[address - FUNCTION] = (byte) value;
            if (address == FUNCTION + 1) {
                invoke((function[0] & 0xFF) << 8 | function[1] & 0xFF, nowNanos);
            }
        } else if (address >= 0 && address < RAM_BYTES) {
            ram[address] = (byte) value;
        }
    }

    private void invoke(int code, long nowNanos) {
        doneAtNanos = nowNanos + (code == 0x0201 ? STORING : OTHERWISE).toNanos();
        status = switch (code) {
            case 0x00A1 -> select();
            case 0x0011 -> prepare();
            case 0x0201 -> store();
            case 0x0101 -> end();
            default -> WRONG;
        };
    }

    private int select() {
        selected = session;
        return session ? DONE : WRONG;
    }

    private int prepare() {
        prepared = selected && designs.size() < MOST_DESIGNS;
        return prepared ? DONE : selected ? FULL : WRONG;
    }

    private int store() {
        int length = 0;
        for (int i = 0; i < 4; i++) {
            length = length << 8 | ram[LENGTH + i] & 0xFF;
        }
        if (!prepared || length < 2 || length > RAM_BYTES - BODY) {
            return WRONG;
        }
        byte[] body = Arrays.copyOfRange(ram, BODY, BODY + length);
        boolean ends = body[length - 2] == (byte) 0x80 && body[length - 1] == (byte) 0x81;
        if (!ends) {
            return WRONG;
        }
        String name = new String(ram, NAME, 32, StandardCharsets.US_ASCII).replace("\0", "");
        Stored stored = new Stored(name, body);
        designs.add(stored);
        fresh = stored;
        prepared = false;
        return DONE;
    }

    private int end() {
        session = false;
        selected = false;
        return 0;
    }
}
