package org.stitchery.plugin.host;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.plugin.host.UnfitDriverException.Reason;

/**
 * Answers the parent, one question after the other, with one driver and at most one connection. What a driver throws is
 * told to the parent; after that it is asked nothing more.
 */
final class HostLoop {

    /** Where the driver comes from. */
    interface Source {
        MachineDriver driver() throws UnfitDriverException;
    }

    private final Source source;
    private final ParentWire wire;
    private @Nullable MachineDriver driver;
    private @Nullable HostedLink link;
    private @Nullable MachineConnection connection;
    private @Nullable Exchange<?> exchange;

    HostLoop(Source source, ParentWire wire) {
        this.source = source;
        this.wire = wire;
    }

    /** Until the parent is gone. */
    void run() throws IOException, InterruptedException {
        for (Frame frame = wire.next(); frame != null; frame = wire.next()) {
            try {
                answer(frame);
            } catch (UnfitDriverException e) {
                failed(e.reason(), String.valueOf(e.getMessage()));
            } catch (RuntimeException | Error e) {
                failed(Reason.FAILS_TO_START, "It failed at " + frame.kind() + ": " + e + ".");
            }
        }
    }

    private void failed(Reason reason, String sentence) throws IOException {
        wire.send(new Pack().name(reason).text(sentence).frame(Frame.Kind.FAILED));
    }

    private void answer(Frame frame) throws UnfitDriverException, IOException {
        Unpack content = new Unpack(frame);
        switch (frame.kind()) {
            case DESCRIBE ->
                wire.send(new Pack()
                        .name(LinkKind.of(driver()))
                        .description(driver().description())
                        .frame(Frame.Kind.DESCRIBED));
            case CAPABILITIES -> {
                DriverSettings settings = settings(content.texts());
                wire.send(new Pack()
                        .capabilities(driver().capabilities(settings))
                        .list(driver().formats(settings))
                        .flag(driver().scanned(settings, "").isPresent())
                        .frame(Frame.Kind.CAPABLE));
            }
            case SCANNED -> {
                DriverSettings settings = settings(content.texts());
                String barcode = driver().scanned(settings, content.text()).orElse(null);
                wire.send(new Pack().maybe(barcode).frame(Frame.Kind.BARCODE));
            }
            case OPEN -> open(content);
            case ERRAND_OVER, QUESTION -> link().news(frame);
            case LISTEN -> {
                link().state(content);
                call(() -> connection().listen());
            }
            case PROBE -> call(() -> exchange = connection().probe());
            case DELIVER -> call(() -> exchange = connection().deliver(content.order()));
            case TURN -> turn(content);
            case ENDED -> {
                Exchange.Ending why = content.name(Exchange.Ending.class);
                call(() -> exchange().ended(why));
            }
            case PAUSE -> call(() -> connection().pause());
            case RESUME -> call(() -> connection().resume());
            case ABORT -> call(() -> connection().abort());
            default -> throw new IllegalArgumentException("the parent says " + frame.kind());
        }
    }

    private void open(Unpack content) throws UnfitDriverException, IOException {
        DriverSettings settings = settings(content.texts());
        HostedLink opened = LinkKind.of(driver()).open(content.text(), wire);
        link = opened;
        connection = opened.open(driver(), settings, new Host() {
            @Override
            public void report(MachineEvent event) {
                tell(new Pack().event(event).frame(Frame.Kind.REPORT));
            }

            @Override
            public void log(String line) {
                tell(new Pack().text(line).frame(Frame.Kind.LOG));
            }
        });
        call(() -> {});
    }

    /** A host never throws at a driver; when the parent is gone, everything ends by itself. */
    private void tell(Frame frame) {
        try {
            wire.send(frame);
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Call {
        void run() throws IOException;
    }

    private void call(Call call) throws IOException {
        String lost = null;
        try {
            call.run();
        } catch (IOException e) {
            lost = String.valueOf(e.getMessage());
        }
        wire.send(new Pack().number(link().backlog()).maybe(lost).frame(Frame.Kind.DONE));
    }

    private void turn(Unpack content) throws IOException {
        long now = content.big();
        link().state(content);
        Object result = null;
        String lost = null;
        long next = now;
        try {
            result = exchange().turn(now);
            next = result == null ? exchange().nextTurnNanos() : now;
        } catch (IOException e) {
            lost = String.valueOf(e.getMessage());
        }
        Pack answer = new Pack().number(link().backlog()).maybe(lost).big(next).flag(result != null);
        if (result instanceof Outcome outcome) {
            answer.outcome(outcome);
        } else if (result instanceof ProbeResult probed) {
            answer.probe(probed);
        }
        wire.send(answer.frame(Frame.Kind.TURNED));
    }

    private DriverSettings settings(Map<String, String> values) throws UnfitDriverException {
        return DriverSettings.of(driver().description().settings(), values);
    }

    private MachineDriver driver() throws UnfitDriverException {
        MachineDriver made = driver;
        if (made == null) {
            made = source.driver();
            driver = made;
        }
        return made;
    }

    private HostedLink link() {
        return there(link, "link");
    }

    private MachineConnection connection() {
        return there(connection, "connection");
    }

    private Exchange<?> exchange() {
        return there(exchange, "exchange");
    }

    private static <T> T there(@Nullable T what, String name) {
        if (what == null) {
            throw new IllegalArgumentException("the parent speaks of a " + name + " that is not there");
        }
        return what;
    }
}
