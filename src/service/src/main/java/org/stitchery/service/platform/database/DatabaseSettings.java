package org.stitchery.service.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which database to use.
 *
 * @param folder where our own server keeps everything; made when it is not there
 * @param other another server to use instead; then nothing is started
 * @param systemUser user under which our own server runs when we are root and a user namespace is not allowed; empty for
 *     {@code postgres} or else {@code nobody}
 * @param deadline how long a server may take to answer, recovery after a crash included
 */
public record DatabaseSettings(
        Path folder, Optional<DatabaseAddress> other, Optional<String> systemUser, Duration deadline) {

    /** Our own server in this folder. */
    public static DatabaseSettings own(Path folder) {
        return new DatabaseSettings(folder, Optional.empty(), Optional.empty(), Duration.ofSeconds(60));
    }

    /** Another server. */
    public static DatabaseSettings other(DatabaseAddress address) {
        return new DatabaseSettings(Path.of("."), Optional.of(address), Optional.empty(), Duration.ofSeconds(60));
    }

    /** Our own server, as root under this user. */
    public DatabaseSettings withSystemUser(String user) {
        return new DatabaseSettings(folder, other, Optional.of(user), deadline);
    }

    /** With another deadline. */
    public DatabaseSettings withDeadline(Duration newDeadline) {
        return new DatabaseSettings(folder, other, systemUser, newDeadline);
    }
}
