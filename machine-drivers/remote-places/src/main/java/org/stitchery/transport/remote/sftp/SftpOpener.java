package org.stitchery.transport.remote.sftp;

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

/** Opens folders of SSH servers. The secret is a password, or a private key as ssh-keygen writes it. */
public final class SftpOpener implements PlaceOpener {

    private final Limits limits;

    public SftpOpener() {
        this(Limits.USUAL);
    }

    SftpOpener(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SFTP);
    }

    @Override
    public BlockingPlace open(PlaceUri uri, Secrets secrets, Duration deadline) throws TransportException {
        Identity identity = Identity.of(uri, Login.secret(uri, secrets));
        Limits own = limits.connectingWithin(deadline);
        return RemotePlace.open(uri.place(), own, () -> new SftpSession(uri, identity, own));
    }
}
