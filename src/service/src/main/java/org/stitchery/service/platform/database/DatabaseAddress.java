package org.stitchery.service.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * Where a database is and how to get in.
 *
 * @param jdbcUrl {@code jdbc:postgresql://host:port/name}
 * @param username role, empty when the URL or the system says it
 * @param password its password, empty when the URL or the system says it
 */
public record DatabaseAddress(String jdbcUrl, String username, String password) {

    /**
     * A connection of its own, outside any pool, that gives up after some seconds of silence.
     *
     * @throws SQLException when there is no way in
     */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (!username.isEmpty()) {
            properties.setProperty("user", username);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        Connection connection = new Driver().connect(jdbcUrl, properties);
        if (connection == null) {
            throw new SQLException("Expected an address like jdbc:postgresql://host:5432/name, found " + jdbcUrl);
        }
        return connection;
    }

    /** True when the address is not one of a PostgreSQL at all, so that no waiting helps. */
    boolean notPostgres() {
        return !new Driver().acceptsURL(jdbcUrl);
    }

    /** Without the password, for logs. */
    @Override
    public String toString() {
        return jdbcUrl + (username.isEmpty() ? "" : " as " + username);
    }
}
