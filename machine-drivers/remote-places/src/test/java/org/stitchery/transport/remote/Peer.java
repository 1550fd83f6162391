package org.stitchery.transport.remote;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.Secrets;

/**
 * A file server that somebody else wrote, as a child of the test: on a free port of this computer, with settings, keys
 * and passwords of its own in a folder that is thrown away.
 */
public abstract class Peer implements AutoCloseable {

    private static final long START_MILLIS = 15_000;

    protected final Path home;
    protected final int port;
    private final Path designs;
    private final List<String> programs;
    private @Nullable Process process;

    /** @param programs what has to be installed */
    protected Peer(Path home, List<String> programs) throws IOException {
        this.home = home;
        this.programs = programs;
        this.designs = Files.createDirectories(home.resolve("designs"));
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = probe.getLocalPort();
        }
    }

    /** The secret {@code press} is right, {@code wrong} is not, and there is no other. */
    public abstract Secrets secrets();

    /** The complete address of a folder below the peer's home, with whatever the peer needs behind it. */
    public abstract String address(String folder);

    /** Writes settings. */
    protected abstract void prepare() throws Exception;

    /** What is run; it must stay in the foreground. */
    protected abstract List<String> command();

    /** Skips the test where a program is missing. */
    public final void start() throws Exception {
        for (String program : programs) {
            assumeThat(program(program))
                    .as("%s is not installed, so nothing is tested against it", program)
                    .isNotNull();
        }
        if (process == null) {
            prepare();
        }
        restart();
    }

    /** The same settings, the same port. */
    public final void restart() throws Exception {
        Process started = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("peer.log").toFile())
                .directory(home.toFile())
                .start();
        process = started;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
        while (!answers()) {
            if (started.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                throw new AssertionError("the peer did not start: " + Files.readString(home.resolve("peer.log")));
            }
        }
    }

    /** True once it takes connections. */
    protected boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Dead at once, with all it has started, as when somebody pulls the plug. */
    public final void kill() throws InterruptedException {
        signal("KILL");
        if (process != null) {
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    /** It keeps its connections and says nothing any more. */
    public final void freeze() throws InterruptedException {
        signal("STOP");
    }

    private void signal(String name) throws InterruptedException {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> all =
                new java.util.ArrayList<>(running.descendants().toList());
        all.add(running.toHandle());
        for (ProcessHandle one : all) {
            if (one.isAlive()) {
                run("kill", "-" + name, Long.toString(one.pid()));
            }
        }
    }

    /** What lies in the folder for designs. */
    public final Path designs() {
        return designs;
    }

    protected final String user() {
        return System.getProperty("user.name");
    }

    protected static void run(String... command) throws InterruptedException {
        try {
            Process once = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(once.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (once.waitFor() != 0 && !command[0].equals("kill")) {
                throw new AssertionError(List.of(command) + " said " + said);
            }
        } catch (IOException e) {
            throw new AssertionError(List.of(command) + " cannot be run", e);
        }
    }

    /** Where a program is, null when it is not installed. */
    public static @Nullable String program(String name) {
        for (String folder : List.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/sbin", "/usr/local/bin")) {
            if (Files.isExecutable(Path.of(folder, name))) {
                return folder + "/" + name;
            }
        }
        return null;
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
