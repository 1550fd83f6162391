package org.stitchery.transport.remote.sftp;

import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.Fingerprint;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.remote.Login;

/** The key a server has to show, and the one it showed. There is no trust on first use: nobody would notice a second. */
final class HostKey {

    private static final AttributeKey<HostKey> KEY = new AttributeKey<>();

    /** For all sessions: each brings the key it expects along. */
    static final ServerKeyVerifier VERIFIER = (session, address, key) -> {
        AttributeRepository context = session.getConnectionContext();
        HostKey expected = context == null ? null : context.getAttribute(KEY);
        return expected != null && expected.isShown(key);
    };

    private final @Nullable Fingerprint expected;
    private volatile @Nullable Fingerprint found;
    private volatile String type = "";

    private HostKey(@Nullable Fingerprint expected) {
        this.expected = expected;
    }

    static HostKey of(PlaceUri uri) {
        String text = uri.more().get("hostkey");
        return new HostKey(text == null ? null : Fingerprint.parse(text));
    }

    AttributeRepository context() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    private boolean isShown(PublicKey key) {
        Fingerprint shown = Fingerprint.parse(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
        found = shown;
        type = String.valueOf(KeyUtils.getKeyType(key));
        return shown.equals(expected);
    }

    /** What a person needs to know when the session ended during the handshake or the login. */
    TransportException refused(PlaceUri uri, String said, Exception e) {
        Fingerprint shown = found;
        if (shown == null) {
            return new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "no SSH with this server: " + said,
                    "Check address and port.",
                    e);
        }
        if (expected == null) {
            return new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "the address does not say which key the server has; it showed " + shown + " (" + type + ")",
                    "Compare it at the server (ssh-keygen -l -f on its public key); if it is the same, add hostkey="
                            + shown + " to the address.",
                    e);
        }
        if (!shown.equals(expected)) {
            return new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "the server showed the key " + shown + " (" + type + "), the address expects " + expected,
                    "Somebody else may have answered. Compare it at the server before you change the address.",
                    e);
        }
        return Login.refused(uri, said);
    }
}
