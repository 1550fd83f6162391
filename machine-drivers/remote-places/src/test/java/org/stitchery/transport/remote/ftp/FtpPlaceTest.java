package org.stitchery.transport.remote.ftp;

import java.io.IOException;
import java.nio.file.Path;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Peer;
import org.stitchery.transport.remote.RemotePlaceContract;

class FtpPlaceTest extends RemotePlaceContract {

    @Override
    protected Peer peer(Path home) throws IOException {
        return new Vsftpd(home, false);
    }

    @Override
    protected PlaceOpener opener(Limits limits) {
        return new FtpOpener(limits);
    }
}
