package org.stitchery.transport.remote.smb;

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

/** Opens folders of shares. */
public final class SmbOpener implements PlaceOpener {

    private final Limits limits;

    public SmbOpener() {
        this(Limits.USUAL);
    }

    SmbOpener(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.SMB);
    }

    @Override
    public BlockingPlace open(PlaceUri uri, Secrets secrets, Duration deadline) throws TransportException {
        String password = Login.secret(uri, secrets);
        Limits own = limits.connectingWithin(deadline);
        return RemotePlace.open(uri.place(), own, () -> new SmbSession(uri, password, own));
    }
}
