package org.stitchery.transport.remote.ftp;

import java.time.Duration;
import java.util.Set;
import org.stitchery.transport.BlockingPlace;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.PlaceUri.Kind;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Login;
import org.stitchery.transport.remote.RemotePlace;

/** Opens folders of FTP servers, in the clear or with TLS that the server is asked for after connecting. */
public final class FtpOpener implements PlaceOpener {

    /** By RFC 1635 an address is customary there; a server that wants a real one names a secret. */
    private static final String ANONYMOUS_PASSWORD = "stitchery@";

    private final Limits limits;

    public FtpOpener() {
        this(Limits.USUAL);
    }

    FtpOpener(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.FTP, Kind.FTPS);
    }

    @Override
    public BlockingPlace open(PlaceUri uri, Secrets secrets, Duration deadline) throws TransportException {
        String password = uri.secret() == null && isAnonymous(uri) ? ANONYMOUS_PASSWORD : Login.secret(uri, secrets);
        if (password.chars().anyMatch(c -> c == '\r' || c == '\n')) {
            throw Login.refused(uri, "its password has more than one line, which FTP cannot send");
        }
        Limits own = limits.connectingWithin(deadline);
        return RemotePlace.open(uri.place(), own, () -> new FtpSession(uri, password, own));
    }

    private static boolean isAnonymous(PlaceUri uri) {
        return uri.kind() == Kind.FTP
                && (uri.user().equals("anonymous") || uri.user().equals("ftp"));
    }
}
