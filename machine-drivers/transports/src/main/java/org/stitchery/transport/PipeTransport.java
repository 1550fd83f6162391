package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.stitchery.transport.TransportException.Reason;

/**
 * A program that stands for the machine, unpaced. All three of its standard streams are {@link ProgramStream}s, which
 * tell how full they are, so nothing here can block and no thread of ours waits for the program; the Java runtime has one
 * small thread that waits for its end.
 *
 * <p>The program finds nothing of our environment but a path, a home and a language: what this service knows is none of
 * its business. When the line is closed it is killed with everything it has started.
 */
final class PipeTransport implements RawTransport {

    private static final System.Logger LOG = System.getLogger("org.stitchery.machine");

    /** Bytes on their way to a program that reads slowly. Small, so that an abort leaves little behind. */
    private static final int MOST_UNREAD = 512;

    private static final List<String> HANDED_DOWN = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");

    private final String name;
    private final Process program;
    private final ProcessTree tree;
    private final ProgramStream input;
    private final ProgramStream output;
    private final ProgramStream complaints;
    private final ComplaintLog complaintLog;

    /** Guards the streams, since closing comes from any thread; held for microseconds. */
    private final Object gate = new Object();

    private boolean closed;

    private PipeTransport(String name, Process program, ProcessTree tree, List<ProgramStream> streams) {
        this.name = name;
        this.program = program;
        this.tree = tree;
        this.input = streams.get(0);
        this.output = streams.get(1);
        this.complaints = streams.get(2);
        this.complaintLog = new ComplaintLog(line -> LOG.log(System.Logger.Level.INFO, () -> name + ": " + line));
    }

    /** Starts the program. Blocks until it runs; not for the loop thread. */
    static PipeTransport start(PipeUri uri, Duration deadline) throws TransportException {
        String name = uri.place();
        Path file = Path.of(uri.program());
        if (!Files.isRegularFile(file)) {
            throw new TransportException(
                    Reason.NO_SUCH_PORT, name, "there is no such program", "Check the path of the program.");
        }
        if (!Files.isExecutable(file)) {
            throw new TransportException(
                    Reason.REFUSED, name, "this user may not run it", "Make it executable for this user.");
        }
        List<ProgramStream> streams = streams(name, deadline);
        try {
            String mark = UUID.randomUUID().toString();
            List<String> command = new ArrayList<>();
            command.add(uri.program());
            command.addAll(uri.arguments());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(streams.get(0).file().toFile())
                    .redirectOutput(streams.get(1).file().toFile())
                    .redirectError(streams.get(2).file().toFile());
            bare(builder.environment(), mark);
            Process program = builder.start();
            return new PipeTransport(name, program, new ProcessTree(program.toHandle(), mark), streams);
        } catch (IOException e) {
            streams.forEach(ProgramStream::close);
            throw new TransportException(
                    Reason.REFUSED,
                    name,
                    "the program cannot be started: " + e.getMessage(),
                    "Start it by hand as the same user and look what it says.",
                    e);
        } finally {
            ProgramStream.unname(streams);
        }
    }

    private static List<ProgramStream> streams(String name, Duration deadline) throws TransportException {
        try {
            return ProgramStream.make(3, deadline);
        } catch (IOException e) {
            throw new TransportException(
                    Reason.REFUSED,
                    name,
                    "no pipes for the program: " + e.getMessage(),
                    "Programs as machines need a system with named pipes, and the command mkfifo.",
                    e);
        }
    }

    private static void bare(Map<String, String> environment, String mark) {
        environment.keySet().retainAll(HANDED_DOWN);
        environment.put(ProcessTree.MARK, mark);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean modemLines() {
        return false;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        synchronized (gate) {
            stillThere();
            if (!program.isAlive()) {
                throw ended();
            }
            int count = Math.min(from.remaining(), MOST_UNREAD - input.unread());
            if (count <= 0) {
                return 0;
            }
            byte[] bytes = new byte[count];
            from.get(bytes);
            input.write(bytes);
            return count;
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        synchronized (gate) {
            stillThere();
            boolean over = !program.isAlive();
            complaintLog.take(complaints);
            int count = output.read(into);
            if (count == 0 && over && into.hasRemaining()) {
                takeAllComplaints();
                LOG.log(System.Logger.Level.INFO, () -> name + ": " + howItEnded());
                return -1;
            }
            return count;
        }
    }

    /** The pipe holds what it holds; nobody adds to it but children that stayed behind. */
    private void takeAllComplaints() throws IOException {
        for (int left = complaints.unread(); left > 0; left -= ComplaintLog.PIECE_BYTES) {
            complaintLog.take(complaints);
        }
        complaintLog.flush();
    }

    /** What the program has not read. */
    @Override
    public int unsent() throws IOException {
        synchronized (gate) {
            stillThere();
            if (!program.isAlive()) {
                throw ended();
            }
            return input.unread();
        }
    }

    @Override
    public boolean clearToSend() {
        return true;
    }

    /** A pipe takes nothing back without the risk of waiting for its reader. */
    @Override
    public int discardUnsent() {
        return -1;
    }

    @Override
    public void close() {
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
        }
        // Without the gate: who reads or writes meanwhile is told that it is closed.
        tree.kill();
        synchronized (gate) {
            input.close();
            output.close();
            complaints.close();
        }
    }

    private void stillThere() throws TransportException {
        if (closed) {
            throw new TransportException(
                    Reason.LOST, name, "the program was ended from our side", "Start it again.", null);
        }
    }

    private TransportException ended() {
        return TransportException.lost(name, howItEnded(), null);
    }

    private String howItEnded() {
        try {
            boolean known = program.waitFor(0, TimeUnit.SECONDS);
            String last = complaintLog.last();
            return "the program ended" + (known ? " with exit value " + program.exitValue() : "")
                    + (last.isEmpty() ? "" : "; its last words: " + last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the program ended";
        }
    }
}
