package org.stitchery.service.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a server that is still starting or recovering, up to a deadline. */
final class Patience {

    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    /** Class 28: the server is there and does not let us in; waiting does not help. */
    private static final String NO_WAY_IN = "28";

    /** Class 3D: the server is there and has no such database. */
    private static final String NO_DATABASE = "3D";

    private Patience() {}

    /**
     * Connects as soon as the server lets us.
     *
     * @throws DatabaseException when it does not in time, or refuses us
     */
    static Connection connect(DatabaseAddress address, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            try {
                return address.connect();
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                if (state.startsWith(NO_WAY_IN) || state.startsWith(NO_DATABASE) || address.notPostgres()) {
                    throw new DatabaseException("The PostgreSQL at " + address + " refuses us: " + e.getMessage(), e);
                }
                if (System.nanoTime() - end > 0) {
                    throw new DatabaseException(
                            "No PostgreSQL answered at " + address + " within " + deadline.toSeconds() + " s: "
                                    + e.getMessage() + ". Check address, network and that the server runs.",
                            e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
