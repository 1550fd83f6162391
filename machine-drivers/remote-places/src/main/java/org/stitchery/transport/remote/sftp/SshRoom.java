package org.stitchery.transport.remote.sftp;

import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.jspecify.annotations.Nullable;

/**
 * The library's threads, shared by all servers and gone with the last of them. Nothing of the account we run under is
 * used: not its keys, its agent, its list of known hosts or its settings.
 */
final class SshRoom {

    private static final SshRoom ONLY = new SshRoom();

    private @Nullable SshClient client;
    private int guests;

    private SshRoom() {}

    /** Each has to be followed by one {@link #leave()}. */
    static SshClient enter() {
        return ONLY.entered();
    }

    static void leave() {
        ONLY.left();
    }

    private synchronized SshClient entered() {
        SshClient open = client;
        if (open == null) {
            open = client();
            open.start();
            client = open;
        }
        guests++;
        return open;
    }

    private synchronized void left() {
        guests--;
        if (guests == 0 && client != null) {
            client.close(true);
            client = null;
        }
    }

    private static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(HostKey.VERIFIER);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE,
                UserAuthPasswordFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        // Keys are pinned one by one; a certificate over a key would have another fingerprint.
        client.setSignatureFactories(client.getSignatureFactories().stream()
                .filter(factory -> !factory.getName().contains("-cert-"))
                .toList());
        CoreModuleProperties.NIO_WORKERS.set(client, 1);
        return client;
    }
}
