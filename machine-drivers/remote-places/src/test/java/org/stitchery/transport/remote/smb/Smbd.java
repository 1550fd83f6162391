package org.stitchery.transport.remote.smb;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.hierynomus.smbj.SMBClient;
import com.hierynomus.smbj.common.SMBRuntimeException;
import com.hierynomus.smbj.connection.Connection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.remote.Peer;

/** Samba with one share and one account of its own list. It changes users for each guest, which only root may. */
final class Smbd extends Peer {

    Smbd(Path home) throws IOException {
        super(home, List.of("smbd", "smbpasswd"));
    }

    @Override
    protected void prepare() throws Exception {
        assumeThat(user()).as("smbd wants to be started by root").isEqualTo("root");
        Path own = Files.createDirectory(home.resolve("samba"));
        Path settings = home.resolve("smb.conf");
        Files.writeString(
                settings,
                String.join(
                        "\n",
                        "[global]",
                        "smb ports = " + port,
                        "interfaces = 127.0.0.1",
                        "bind interfaces only = yes",
                        "disable netbios = yes",
                        "disable spoolss = yes",
                        "load printers = no",
                        "private dir = " + own,
                        "lock directory = " + own,
                        "state directory = " + own,
                        "cache directory = " + own,
                        "pid directory = " + own,
                        "ncalrpc dir = " + own.resolve("ncalrpc"),
                        "log file = " + own.resolve("log"),
                        "passdb backend = smbpasswd:" + own.resolve("smbpasswd"),
                        "security = user",
                        "map to guest = never",
                        "server min protocol = SMB2",
                        "[press]",
                        "path = " + home,
                        "read only = no",
                        ""));
        Process once = new ProcessBuilder(
                        Objects.requireNonNull(program("smbpasswd")),
                        "-c",
                        settings.toString(),
                        "-L",
                        "-a",
                        "-s",
                        user())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("smbpasswd.log").toFile())
                .start();
        try (var in = once.outputWriter()) {
            in.write("geheim\ngeheim\n");
        }
        if (once.waitFor() != 0) {
            throw new AssertionError("smbpasswd: " + Files.readString(home.resolve("smbpasswd.log")));
        }
    }

    @Override
    protected List<String> command() {
        return List.of(
                Objects.requireNonNull(program("smbd")),
                "-F",
                "--no-process-group",
                "-s",
                home.resolve("smb.conf").toString());
    }

    /** It takes connections a little before it can talk, and resets those. */
    @Override
    protected boolean answers() {
        try (SMBClient client = new SMBClient();
                Connection negotiated = client.connect("127.0.0.1", port)) {
            return negotiated.isConnected();
        } catch (IOException | SMBRuntimeException e) {
            return false;
        }
    }

    @Override
    public Secrets secrets() {
        return Secrets.of(Map.of("STITCHERY_SECRET_PRESS", "geheim", "STITCHERY_SECRET_WRONG", "geheimnis"));
    }

    @Override
    public String address(String folder) {
        return "smb://" + user() + "@127.0.0.1:" + port + "/press/" + folder + "?secret=press";
    }
}
