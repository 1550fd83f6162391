package org.stitchery.transport.remote.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.stitchery.transport.BlockingPlace;
import org.stitchery.transport.Fingerprint;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.TransportException.Reason;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Peer;
import org.stitchery.transport.remote.RemotePlaceContract;

class FtpsPlaceTest extends RemotePlaceContract {

    private static final String STORE = "javax.net.ssl.trustStore";
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

    @Test
    void aCertificateThisJavasAuthoritiesVouchForNeedsNoFingerprint() throws Exception {
        Path store = ((Vsftpd) there()).trustStore();
        String before = System.getProperty(STORE);
        System.setProperty(STORE, store.toString());
        System.setProperty(STORE + "Password", "geheim");
        try (BlockingPlace place = open(Limits.USUAL, unpinned())) {
            assertThat(place.write("A.TMP", design(5_000), () -> {}).bytes()).isEqualTo(5_000);
        } finally {
            System.clearProperty(STORE + "Password");
            if (before == null) {
                System.clearProperty(STORE);
            } else {
                System.setProperty(STORE, before);
            }
        }
    }

    private String unpinned() {
        return there().address("designs").replaceFirst("&certificate=[^&]*", "");
    }

    private Fingerprint own() throws Exception {
        return ((Vsftpd) there()).fingerprint();
    }
}
