package org.stitchery.service.platform.database;

import java.nio.file.Path;
import java.sql.Connection;

/** Opens our own server in a process of another account and says how it went. */
public final class OwnServerProbe {

    private OwnServerProbe() {}

    public static void main(String[] arguments) throws Exception {
        try (ServiceDatabase database = ServiceDatabase.open(DatabaseSettings.own(Path.of(arguments[0])));
                Connection connection = database.address().connect()) {
            System.out.println("answers as ordinary user: " + connection.isValid(5));
        }
    }
}
