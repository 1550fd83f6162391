package org.stitchery.transport.remote.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stitchery.transport.Fingerprint;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.remote.Peer;

/** OpenSSH with its own sftp server, keys made for this test, and the account that runs the tests. */
final class Sshd extends Peer {

    Sshd(Path home) throws IOException {
        super(home, List.of("sshd", "ssh-keygen"));
    }

    @Override
    protected void prepare() throws Exception {
        key("host");
        key("press");
        key("wrong");
        Files.copy(home.resolve("press.pub"), home.resolve("authorized"));
        Files.setPosixFilePermissions(home.resolve("authorized"), PosixFilePermissions.fromString("rw-------"));
        if (user().equals("root")) {
            // Where the system has not started its own sshd, its empty folder for unprivileged children is missing.
            Files.createDirectories(Path.of("/run/sshd"));
        }
        Files.writeString(
                home.resolve("sshd.conf"),
                String.join(
                        "\n",
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + home.resolve("host"),
                        "PidFile none",
                        "AuthorizedKeysFile " + home.resolve("authorized"),
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication no",
                        "PermitRootLogin yes",
                        "PermitUserEnvironment no",
                        "Subsystem sftp internal-sftp",
                        "ForceCommand internal-sftp",
                        ""));
    }

    private void key(String name) throws InterruptedException {
        run(
                Objects.requireNonNull(program("ssh-keygen")),
                "-q",
                "-t",
                "ed25519",
                "-N",
                "",
                "-f",
                home.resolve(name).toString());
    }

    @Override
    protected List<String> command() {
        return List.of(
                Objects.requireNonNull(program("sshd")),
                "-D",
                "-e",
                "-f",
                home.resolve("sshd.conf").toString());
    }

    Fingerprint hostKey() {
        String line = read("host.pub");
        return Fingerprint.ofEncoded(java.util.Base64.getDecoder().decode(line.split(" ")[1]));
    }

    private String read(String name) {
        try {
            return Files.readString(home.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Secrets secrets() {
        return Secrets.of(Map.of("STITCHERY_SECRET_PRESS", read("press"), "STITCHERY_SECRET_WRONG", read("wrong")));
    }

    @Override
    public String address(String folder) {
        return "sftp://" + user() + "@127.0.0.1:" + port + home.resolve(folder) + "?secret=press&hostkey=" + hostKey();
    }
}
