package org.stitchery.proving.faults;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.stitchery.proving.proxy.Fault;
import org.stitchery.proving.proxy.FaultProxy;
import org.stitchery.simulator.Protocol;
import org.stitchery.transport.DeskUri;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.OpenLink;
import org.stitchery.transport.Secrets;

/**
 * Machines that come and ask: for each delivery a desk and an agent, which sees the desk through the proxy and feeds a
 * simulated machine over a sound line of its own. In the words of a {@link Fault} the desk is the machine: what agents
 * connect to.
 */
final class DeskStage implements Stage {

    private static final int RATE = 2_000_000;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String TOKEN = "needle-and-thread-1";
    /** An agent asks about so often until its design is sewn. */
    private static final int USUAL_QUESTIONS = 6;

    /** Of desks: no two drivers that are asked at the same time have one of the same name. */
    private final String names;

    private final Path folder;
    private final boolean plain;
    private final Room room;
    private final FaultProxy proxy = new FaultProxy();

    private DeskStage(Subject subject, boolean plain, int machines, Path folder) throws IOException {
        this.names = "press-" + subject.ordinal() + "-";
        this.folder = folder;
        this.plain = plain;
        this.room = Room.open(Protocol.TAPE, machines, RATE, folder, null);
    }

    /** Of agents that follow the protocol to the end. */
    static Stage talkative(Subject subject, int machines, Path folder) throws IOException {
        return new DeskStage(subject, false, machines, folder);
    }

    /** Of machines that fetch a file, say nothing, and sew whatever came of it. */
    static Stage plain(Subject subject, int machines, Path folder) throws IOException {
        return new DeskStage(subject, true, machines, folder);
    }

    private record Visited(OpenLink link, FaultProxy.Gate gate, PullAgent agent, Thread thread) implements Way {

        @Override
        public void close() throws IOException, InterruptedException {
            agent.end();
            thread.join();
            link.close();
            Gates.release(gate);
        }
    }

    @Override
    public Way open(int machine, Trial trial, Fault fault) throws IOException, InterruptedException {
        DeskUri uri = (DeskUri) MachineUri.parse("desk:" + names + machine + "?listen=127.0.0.1:0&secret=press");
        OpenLink link =
                Links.open(uri, folder.resolve("fences"), Secrets.of(Map.of("STITCHERY_SECRET_PRESS", TOKEN)), CONNECT);
        FaultProxy.Gate gate;
        URI desk = URI.create(link.name());
        try {
            gate = proxy.open(
                    new InetSocketAddress("127.0.0.1", 0),
                    new InetSocketAddress(desk.getHost(), desk.getPort()),
                    trial.strikingOneOf(USUAL_QUESTIONS, fault));
        } catch (IOException e) {
            link.close();
            throw e;
        }
        PullAgent agent = new PullAgent(
                "http://127.0.0.1:" + gate.port() + desk.getPath(),
                TOKEN,
                room.address(machine),
                label -> room.sews(machine, label),
                plain ? trial.label + ".dst" : null);
        Thread thread = new Thread(agent, "agent " + machine);
        thread.start();
        return new Visited(link, gate, agent, thread);
    }

    @Override
    public void close() throws IOException {
        room.close();
        proxy.close();
    }

    @Override
    public Seen seen(int machine, Trial trial) throws IOException {
        return Seen.named(room.ledger(machine).sewings(trial.label), trial);
    }
}
