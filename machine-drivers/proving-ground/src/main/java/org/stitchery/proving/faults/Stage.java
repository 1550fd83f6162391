package org.stitchery.proving.faults;

import java.io.IOException;
import java.nio.file.Path;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.transport.OpenLink;

/** Where one driver is asked: machines of one kind, and ways to them on which faults strike. */
interface Stage extends AutoCloseable {

    /** Sets one up. */
    @FunctionalInterface
    interface Maker {

        /**
         * @param machines how many
         * @param folder for ledgers, fences and whatever else; there and empty
         */
        Stage make(Subject subject, int machines, Path folder) throws IOException;
    }

    /** One way from a host to one machine. */
    interface Way extends AutoCloseable {

        /** For one delivery. */
        OpenLink link();

        /** After the link was closed; until nothing is under way on it any more. */
        @Override
        void close() throws IOException, InterruptedException;
    }

    /**
     * Opens a way on which this fault strikes.
     *
     * @throws org.stitchery.transport.TransportException when there is no link, perhaps because it struck already
     */
    Way open(int machine, Trial trial, Fault fault) throws IOException, InterruptedException;

    /** True when the machine could begin the design by now, as far as that can be seen without its ledger. */
    default boolean couldBegin(int machine, Trial trial) throws IOException {
        return false;
    }

    /** Switches everything off once no needle moves any more. */
    @Override
    void close() throws IOException, InterruptedException;

    /** After {@link #close()}. */
    Seen seen(int machine, Trial trial) throws IOException;
}
