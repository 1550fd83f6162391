package org.stitchery.proving.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.proving.proxy.FaultProxy;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.OpenLink;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.TransportException;

/**
 * Folders of machines behind an SFTP server of this process, with the proxy between. Nobody takes the files away: what
 * lies there in the end under a design's own name is what a machine's operator would have picked.
 */
final class FolderStage implements Stage {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final String PASSWORD = "needle-and-thread-1";

    private final Subject subject;
    private final Path folder;
    private final FaultProxy proxy = new FaultProxy();
    private final SshServer server = SshServer.setUpDefaultServer();
    private final String hostKey;

    FolderStage(Subject subject, int machines, Path folder) throws IOException {
        this.subject = subject;
        this.folder = folder;
        for (int i = 0; i < machines; i++) {
            Files.createDirectories(designs(i));
        }
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(folder.resolve("host"));
        keys.setAlgorithm("EC");
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(keys);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        server.start();
        hostKey = KeyUtils.getFingerPrint(
                BuiltinDigests.sha256,
                keys.loadKeys((SessionContext) null).iterator().next().getPublic());
    }

    private Path designs(int machine) {
        return folder.resolve("designs-" + machine).toAbsolutePath();
    }

    private Path design(int machine, Trial trial) {
        return designs(machine).resolve(trial.label + ".DST");
    }

    private record Place(OpenLink link, FaultProxy.Gate gate) implements Way {

        @Override
        public void close() throws IOException, InterruptedException {
            link.close();
            Gates.release(gate);
        }
    }

    @Override
    public Way open(int machine, Trial trial, Fault fault) throws IOException, InterruptedException {
        FaultProxy.Gate gate = proxy.open(
                new InetSocketAddress("127.0.0.1", 0),
                new InetSocketAddress("127.0.0.1", server.getPort()),
                trial.strikingOneOf(2, fault));
        try {
            MachineUri uri = MachineUri.parse(
                    "sftp://press@127.0.0.1:" + gate.port() + designs(machine) + "?secret=press&hostkey=" + hostKey);
            Secrets secrets = Secrets.of(Map.of("STITCHERY_SECRET_PRESS", PASSWORD));
            return new Place(Links.open(uri, folder.resolve("fences"), secrets, CONNECT), gate);
        } catch (TransportException e) {
            Gates.release(gate);
            throw e;
        }
    }

    @Override
    public boolean couldBegin(int machine, Trial trial) {
        return Files.exists(design(machine, trial));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
        proxy.close();
    }

    @Override
    public Seen seen(int machine, Trial trial) throws IOException {
        Path lies = design(machine, trial);
        if (!Files.exists(lies)) {
            return new Seen(0, false, false, false);
        }
        byte[] ordered = subject.order(trial.label, trial.pattern, 0).content();
        boolean exact = Arrays.equals(Files.readAllBytes(lies), ordered);
        return new Seen(1, exact, false, !exact);
    }
}
