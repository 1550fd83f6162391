package org.stitchery.transport.remote.ftp;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stitchery.transport.Fingerprint;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.TransportException.Reason;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Peer;
import org.stitchery.transport.remote.RemotePlaceContract;

class FtpsPlaceTest extends RemotePlaceContract {

    private static final String SOMEBODY_ELSES = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Override
    protected Peer peer(Path home) throws IOException {
        return new Vsftpd(home, true);
    }

    @Override
    protected PlaceOpener opener(Limits limits) {
        return new FtpOpener(limits);
    }

    @Test
    void aCertificateNobodyVouchesForIsRefusedAndShown() throws Exception {
        assertRefusedAt(unpinned(), Reason.REFUSED, "certificate=" + own());
    }

    @Test
    void aCertificateOtherThanThePinnedOneIsRefusedAndShown() throws Exception {
        assertRefusedAt(unpinned() + "&certificate=" + SOMEBODY_ELSES, Reason.REFUSED, own().toString());
    }

    private String unpinned() {
        return there().address("designs").replaceFirst("&certificate=[^&]*", "");
    }

    private Fingerprint own() throws Exception {
        return ((Vsftpd) there()).fingerprint();
    }
}
