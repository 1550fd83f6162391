package org.stitchery.transport.remote.sftp;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.TransportException.Reason;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Peer;
import org.stitchery.transport.remote.RemotePlaceContract;

class SftpPlaceTest extends RemotePlaceContract {

    private static final String SOMEBODY_ELSES = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Override
    protected Peer peer(Path home) throws IOException {
        return new Sshd(home);
    }

    @Override
    protected PlaceOpener opener(Limits limits) {
        return new SftpOpener(limits);
    }

    @Test
    void withoutAKeyInTheAddressTheOneThatWasShownIsNamed() {
        assertRefusedAt(unpinned(), Reason.REFUSED, "hostkey=" + ((Sshd) there()).hostKey());
    }

    @Test
    void aKeyOtherThanTheOneExpectedIsRefusedAndShown() {
        assertRefusedAt(
                unpinned() + "&hostkey=" + SOMEBODY_ELSES,
                Reason.REFUSED,
                ((Sshd) there()).hostKey().text());
    }

    private String unpinned() {
        return there().address("designs").replaceFirst("&hostkey=[^&]*", "");
    }
}
