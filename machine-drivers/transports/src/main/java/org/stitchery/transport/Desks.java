package org.stitchery.transport;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.TransportException.Reason;

/** Opens desks to which machines come and ask. Not for the loop thread. */
public final class Desks {

    private Desks() {}

    /**
     * Takes the lock and opens the desk: in the hall of a server that is there anyway, or behind a small server of its
     * own. On failure nothing stays open or locked.
     *
     * @param fences folder that remembers the highest fence of each address; belongs with the data of who issues fences
     * @param secrets where the desk's token is found
     * @param hall where desks without a listening address of their own stand; null when each has its own server
     * @throws TransportException saying what, where and the way out
     */
    public static OpenDesk open(DeskUri uri, Path fences, Secrets secrets, @Nullable DeskHall hall)
            throws TransportException {
        DeskToken token = token(uri, secrets);
        PortRight right = PortRight.take(uri, Transports.deviceLocks(), fences);
        try {
            Desk desk = new Desk(uri.desk());
            return hall != null && uri.listen() == null
                    ? inHall(hall, desk, token, uri, right)
                    : behindItsOwnServer(desk, token, uri, right);
        } catch (TransportException | RuntimeException e) {
            right.close();
            throw e;
        }
    }

    private static OpenDesk inHall(DeskHall hall, Desk desk, DeskToken token, DeskUri uri, PortRight right)
            throws TransportException {
        if (!hall.open(desk, token)) {
            throw new TransportException(
                    Reason.BUSY, uri.place(), "another machine has a desk of that name", "Choose another name.");
        }
        return new LockedDesk(uri.place(), desk, right, () -> hall.close(desk));
    }

    private static OpenDesk behindItsOwnServer(Desk desk, DeskToken token, DeskUri uri, PortRight right)
            throws TransportException {
        DeskHall own = new DeskHall();
        own.open(desk, token);
        DeskUri.Listen listen = uri.listen() == null ? DeskUri.USUAL : uri.listen();
        DeskServer server = DeskServer.start(listen, own, uri.place());
        return new LockedDesk(server.url() + DeskHall.ROOT + uri.desk(), desk, right, () -> {
            own.close(desk);
            server.close();
        });
    }

    private static DeskToken token(DeskUri uri, Secrets secrets) throws TransportException {
        try {
            return new DeskToken(secrets.find(uri.secret())
                    .orElseThrow(() -> new TransportException(
                            Reason.REFUSED,
                            uri.place(),
                            "there is no secret \"" + uri.secret() + "\" with the token that the machine has to bring",
                            "Make one up and put it where secrets are kept.")));
        } catch (IllegalArgumentException e) {
            throw new TransportException(
                    Reason.REFUSED, uri.place(), String.valueOf(e.getMessage()), "Make up a longer one.", e);
        }
    }
}
