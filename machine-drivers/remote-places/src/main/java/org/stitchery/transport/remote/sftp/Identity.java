package org.stitchery.transport.remote.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.remote.Causes;

/** How we prove who we are: one password, or the keys of one key file without a pass phrase. */
final class Identity {

    private final String password;
    private final List<KeyPair> keys;

    private Identity(String password, List<KeyPair> keys) {
        this.password = password;
        this.keys = List.copyOf(keys);
    }

    static Identity of(PlaceUri uri, String secret) throws TransportException {
        if (!secret.startsWith("-----BEGIN ")) {
            return new Identity(secret, List.of());
        }
        // A key in a variable of the environment often comes with its line ends written out.
        String text = secret.replace("\\n", "\n");
        if (!text.endsWith("\n")) {
            text += "\n";
        }
        try {
            List<KeyPair> keys = new ArrayList<>();
            Iterable<KeyPair> found = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("secret " + uri.secret()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    null);
            if (found != null) {
                found.forEach(keys::add);
            }
            if (!keys.isEmpty()) {
                return new Identity("", keys);
            }
            throw unreadable(uri, "there is none in it", null);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (e instanceof TransportException known) {
                throw known;
            }
            throw unreadable(uri, Causes.sentence(e), e);
        }
    }

    private static TransportException unreadable(PlaceUri uri, String why, @Nullable Exception cause) {
        return new TransportException(
                TransportException.Reason.REFUSED,
                uri.place(),
                "the secret \"" + uri.secret() + "\" is a private key that cannot be read: " + why,
                "Keep a key without a pass phrase, as ssh-keygen writes it.",
                cause);
    }

    void addTo(ClientSession session) {
        keys.forEach(session::addPublicKeyIdentity);
        if (keys.isEmpty()) {
            session.addPasswordIdentity(password);
        }
    }
}
