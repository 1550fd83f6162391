package org.stitchery.transport.remote.smb;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.TransportException.Reason;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Peer;
import org.stitchery.transport.remote.RemotePlaceContract;

class SmbPlaceTest extends RemotePlaceContract {

    @Override
    protected Peer peer(Path home) throws IOException {
        return new Smbd(home);
    }

    @Override
    protected PlaceOpener opener(Limits limits) {
        return new SmbOpener(limits);
    }

    @Test
    void aShareThatIsNotThereIsNamed() {
        assertRefusedAt(there().address("designs").replace("/press/", "/nix/"), Reason.NO_SUCH_PORT, "no such folder");
    }
}
