package org.stitchery.simulator.artista;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.machine.DesignMoves;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Mechanism.State;
import org.stitchery.simulator.machine.Move;

/**
 * Echoes every byte, reads and writes the module's memory. Its operator sews each new design once it can be seen.
 *
 * <p>A command that would program, halt or restart a real machine is answered as unknown and taken down as a
 * {@link Kind#TAPE_ERROR} with its letter.
 */
public final class ArtistaController implements Controller {

    private static final String DANGEROUS = "ZMPHSGX";
    private static final int ADDRESS_DIGITS = 6;

    private final Mechanism mechanism;
    private final EmbroideryModule module;
    private final Queue<Byte> outgoing = new ArrayDeque<>();
    private final StringBuilder command = new StringBuilder();
    private int address;
    private @Nullable DesignMoves sewing;
    private EmbroideryModule.@Nullable Stored chosen;

    public ArtistaController(Mechanism mechanism) {
        this.mechanism = mechanism;
        this.module = mechanism.keeps(EmbroideryModule.class, EmbroideryModule::new);
    }

    @Override
    public void lineOpened(long nowNanos) {
        outgoing.clear();
        command.setLength(0);
        mechanism.noteOfLine(nowNanos, Kind.LINE_OPEN);
    }

    @Override
    public void lineLost(long nowNanos) {
        mechanism.noteOfLine(nowNanos, Kind.LINE_LOST);
    }

    @Override
    public void receive(byte[] bytes, int length, long nowNanos) {
        for (int i = 0; i < length; i++) {
            take((char) (bytes[i] & 0xFF), nowNanos);
        }
    }

    @Override
    public int pollOutgoing() {
        Byte next = outgoing.poll();
        return next == null ? -1 : next & 0xFF;
    }

    private void take(char c, long nowNanos) {
        if (command.length() == 0) {
            begin(c, nowNanos);
            return;
        }
        char kind = command.charAt(0);
        if (kind == 'T') {
            bridge(c);
        } else if (kind == 'Y') {
            confirm(c);
        } else if (Character.digit(c, 16) < 0 || Character.isLowerCase(c)) {
            say(c == '?' || kind == 'W' && command.length() > ADDRESS_DIGITS ? c : '?');
            command.setLength(0);
        } else {
            say(c);
            command.append(c);
            digits(kind, nowNanos);
        }
    }

    private void begin(char c, long nowNanos) {
        if (c == 'K') {
            say('O');
        } else if ("RLWTY".indexOf(c) >= 0) {
            say(c);
            command.append(c);
        } else {
            if (DANGEROUS.indexOf(c) >= 0) {
                mechanism.note(nowNanos, Kind.TAPE_ERROR, c);
            }
            say('Q');
        }
    }

    private void bridge(char c) {
        if ("TrME".charAt(command.length()) != c) {
            say('N');
            command.setLength(0);
            return;
        }
        say(c);
        command.append(c);
        if (command.length() == 4) {
            command.setLength(0);
            module.leaveSession();
        }
    }

    private void confirm(char c) {
        command.setLength(0);
        say(c == 'Q' ? 'Q' : 'N');
        if (c == 'Q') {
            module.openSession();
            say('O');
        }
    }

    private void digits(char kind, long nowNanos) {
        int digits = command.length() - 1;
        if (digits == ADDRESS_DIGITS) {
            address = number(1, ADDRESS_DIGITS);
        }
        if (kind == 'R' && digits == ADDRESS_DIGITS) {
            for (int i = 0; i < 32; i++) {
                sayHex(module.read(address + i, nowNanos), 2);
            }
            say('O');
            command.setLength(0);
        } else if (kind == 'L' && digits == 2 * ADDRESS_DIGITS) {
            int count = number(1 + ADDRESS_DIGITS, ADDRESS_DIGITS);
            long sum = 0;
            for (int i = 0; i < count; i++) {
                sum += module.read(address + i, nowNanos);
            }
            sayHex((int) sum, 8);
            say('O');
            command.setLength(0);
        } else if (kind == 'W' && digits == ADDRESS_DIGITS + 2) {
            module.write(address++, number(1 + ADDRESS_DIGITS, 2), nowNanos);
            command.setLength(1 + ADDRESS_DIGITS);
        }
    }

    private int number(int from, int digits) {
        return Integer.parseInt(command.substring(from, from + digits), 16);
    }

    private void say(char c) {
        outgoing.add((byte) c);
    }

    private void sayHex(int value, int digits) {
        for (char c : String.format("%0" + digits + "X", value).toCharArray()) {
            say(c);
        }
    }

    @Override
    public @Nullable Move next(long atNanos) {
        DesignMoves now = sewing;
        if (now != null && mechanism.state() == State.SEWING) {
            return now.next();
        }
        EmbroideryModule.Stored before = chosen;
        if (before != null) {
            chosen = null;
            sewing = DesignMoves.of(Arrays.copyOf(before.body(), before.body().length - 2), "exp");
            if (sewing != null) {
                mechanism.start(before.name(), atNanos);
                return sewing.next();
            }
        }
        chosen = mechanism.state() == State.READY ? module.takeFresh() : null;
        return chosen == null ? null : Move.inPlace(Move.Kind.CONFIRM, mechanism);
    }

    @Override
    public void reset(long nowNanos) {
        sewing = null;
        chosen = null;
    }
}
