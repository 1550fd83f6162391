package org.stitchery.service.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Makes sure that what a server acknowledges survives a crash. An intent that is lost in a power cut is a garment sewn
 * twice, so a server with one of these switched off is refused.
 */
final class Durability {

    private static final List<String> MUST_NOT_BE_OFF = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    /** Waits until the server answers, then looks at its settings as our own sessions see them. */
    static void require(DatabaseAddress address, Duration deadline) {
        try (Connection connection = Patience.connect(address, deadline);
                Statement statement = connection.createStatement()) {
            for (String setting : MUST_NOT_BE_OFF) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    row.next();
                    if (row.getString(1).equals("off")) {
                        throw new DatabaseException("The PostgreSQL at " + address + " has " + setting
                                + " = off, so it may forget what it acknowledged and a garment may be sewn twice."
                                + " Switch it on (alter system set " + setting + " = on; reload) and start again.");
                    }
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(
                    "The PostgreSQL at " + address + " cannot be asked for its settings: " + e.getMessage(), e);
        }
    }
}
