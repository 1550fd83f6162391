package org.stitchery.simulator.ledger;

import java.util.List;

/**
 * One line of a ledger.
 *
 * @param seq rises by one with every line of the file, over restarts too
 * @param millis since the {@link Kind#POWER_ON} it belongs to
 * @param label the design's label, empty where the event is not about a design
 * @param numbers what the kind says, in its order
 */
public record LedgerEvent(long seq, long millis, Kind kind, String label, List<Long> numbers) {

    public LedgerEvent {
        numbers = List.copyOf(numbers);
        if (numbers.size() != kind.numbers()) {
            throw new IllegalArgumentException(
                    kind + " takes " + kind.numbers() + " numbers, got " + numbers.size() + ": " + numbers);
        }
    }

    /** What happened. */
    public enum Kind {
        /** The machine was switched on; milliseconds count from here. */
        POWER_ON(0),
        /** The power was gone, with the design of this label in it. */
        POWER_OFF(0),
        /** A host opened the line. */
        LINE_OPEN(0),
        /** The host left the line. What had arrived whole has been sewn by now. */
        LINE_LOST(0),
        /** A header was read: the design of this label begins. */
        START(0),
        /** The needle went down. Numbers: penetration of this START counted from 0, x, y in tenths, y down. */
        NEEDLE(3),
        /** The thread was cut. */
        TRIM(0),
        /** The next needle was taken. Number: how many changes so far. */
        COLOR(1),
        /** The thread broke. Number: the last penetration sewn. */
        THREAD_BREAK(1),
        /** The bobbin was empty. Number: the last penetration sewn. */
        BOBBIN_OUT(1),
        /** The operator backed up. Number: the penetration that will be sewn next, again. */
        BACK_UP(1),
        /** Somebody pressed stop. */
        STOP(0),
        /** Somebody pressed go. */
        GO(0),
        /** Somebody pressed reset: what was being sewn is over. */
        RESET(0),
        /** A record no design has. Number: its offset in the file, header included. */
        TAPE_ERROR(1),
        /** Bytes came in while the buffer was full and are lost. Number: how many since the last such line. */
        OVERRUN(1),
        /** The design came to its end. Number: its penetrations. */
        END(1);

        private final int numbers;

        Kind(int numbers) {
            this.numbers = numbers;
        }

        /** How many numbers follow the label. */
        public int numbers() {
            return numbers;
        }
    }

    /** Number {@code i}, counted from 0. */
    public long number(int i) {
        return numbers.get(i);
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static LedgerEvent parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 4) {
            throw new IllegalArgumentException("expected seq, milliseconds, event and label, found \"" + line + "\"");
        }
        List<Long> numbers = List.of(fields).subList(4, fields.length).stream()
                .map(Long::parseLong)
                .toList();
        return new LedgerEvent(
                Long.parseLong(fields[0]), Long.parseLong(fields[1]), Kind.valueOf(fields[2]), fields[3], numbers);
    }
}
