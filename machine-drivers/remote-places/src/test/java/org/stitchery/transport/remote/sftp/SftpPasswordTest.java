package org.stitchery.transport.remote.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.transport.BlockingPlace;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.TransportException;

/** OpenSSH takes passwords of the computer's accounts only; a server with its own list stands in for it here. */
@Timeout(60)
class SftpPasswordTest {

    @Test
    void aPasswordLetsUsInAndAWrongOneDoesNot(@TempDir Path folder) throws Exception {
        Path designs = Files.createDirectory(folder.resolve("designs"));
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(folder.resolve("host"));
        keys.setAlgorithm("EC");
        server.setKeyPairProvider(keys);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("press") && password.equals("geheim"));
        server.start();
        try {
            String key = KeyUtils.getFingerPrint(
                    BuiltinDigests.sha256,
                    keys.loadKeys((SessionContext) null).iterator().next().getPublic());
            String uri = "sftp://press@127.0.0.1:" + server.getPort() + designs + "?secret=press&hostkey=" + key;
            try (BlockingPlace place = open(uri, "geheim")) {
                assertThat(place.write("A.TMP", new byte[70_000], () -> {})).isEqualTo(new PlacedFile("A.TMP", 70_000));
            }
            assertThat(designs.resolve("A.TMP")).hasSize(70_000);
            assertThatThrownBy(() -> open(uri, "falsch").close())
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("STITCHERY_SECRET_PRESS");
        } finally {
            server.close(true);
        }
    }

    private static BlockingPlace open(String uri, String password) throws IOException {
        return new SftpOpener()
                .open(
                        (PlaceUri) MachineUri.parse(uri),
                        Secrets.of(Map.of("STITCHERY_SECRET_PRESS", password)),
                        Duration.ofSeconds(20));
    }
}
