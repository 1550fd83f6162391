package org.stitchery.service.platform.database;

import java.util.Optional;

/**
 * The database of the service, ready to use: it answers, and what it acknowledges survives a crash. Knows nothing of
 * Quarkus, because it must be there before Quarkus opens its first connection.
 */
public final class ServiceDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final Optional<OwnServer> own;

    private ServiceDatabase(DatabaseAddress address, Optional<OwnServer> own) {
        this.address = address;
        this.own = own;
    }

    /**
     * Finds, adopts or starts the server and makes sure of it.
     *
     * @throws DatabaseException when it cannot be had or does not keep what it acknowledges
     */
    public static ServiceDatabase open(DatabaseSettings settings) {
        if (settings.other().isPresent()) {
            DatabaseAddress other = settings.other().get();
            Durability.require(other, settings.deadline());
            return new ServiceDatabase(other, Optional.empty());
        }
        OwnServer server = OwnServer.running(settings);
        Durability.require(server.address(), settings.deadline());
        return new ServiceDatabase(server.address(), Optional.of(server));
    }

    public DatabaseAddress address() {
        return address;
    }

    /** True when the server is ours, false when it was only pointed out to us. */
    public boolean isOwn() {
        return own.isPresent();
    }

    /** Stops our own server cleanly; leaves any other alone. */
    @Override
    public void close() {
        own.ifPresent(OwnServer::stop);
    }
}
