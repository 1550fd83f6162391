package org.stitchery.simulator.ledger;

/** Takes down what happens, in order. */
@FunctionalInterface
public interface LedgerSink {

    /**
     * @param atNanos when it happened, on the machine's clock
     * @param label the design's label, empty where it is not about a design
     * @param numbers as many as the kind has
     */
    void record(long atNanos, LedgerEvent.Kind kind, String label, long... numbers);
}
