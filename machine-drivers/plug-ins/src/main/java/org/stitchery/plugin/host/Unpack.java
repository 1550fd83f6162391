package org.stitchery.plugin.host;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.HeldDesign;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.api.Setting;
import org.stitchery.driver.api.SideFile;

/**
 * Reads what {@link Pack} wrote. The other side may be broken: whatever does not fit gives an
 * {@link IllegalArgumentException}, never more memory than the message is long.
 */
public final class Unpack {

    private final ByteBuffer in;

    public Unpack(Frame frame) {
        this.in = ByteBuffer.wrap(frame.content());
    }

    private static <T> T whole(Supplier<T> read) {
        try {
            return read.get();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a message is shorter than it should be", e);
        }
    }

    public int number() {
        return whole(in::getInt);
    }

    public long big() {
        return whole(in::getLong);
    }

    public boolean flag() {
        return whole(in::get) != 0;
    }

    public byte[] bytes() {
        int length = number();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a message of " + in.remaining() + " bytes speaks of " + length);
        }
        byte[] value = new byte[length];
        in.get(value);
        return value;
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public @Nullable String maybe() {
        return flag() ? text() : null;
    }

    public <E extends Enum<E>> E name(Class<E> of) {
        return Enum.valueOf(of, text());
    }

    public Map<String, String> texts() {
        Map<String, String> values = new TreeMap<>();
        for (int left = count(); left > 0; left--) {
            values.put(text(), text());
        }
        return values;
    }

    private int count() {
        int count = number();
        if (count < 0 || count > in.remaining()) {
            throw new IllegalArgumentException("a list of " + count + " in " + in.remaining() + " bytes");
        }
        return count;
    }

    public List<String> list() {
        return list(this::text);
    }

    private <T> List<T> list(Supplier<T> each) {
        List<T> values = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            values.add(each.get());
        }
        return values;
    }

    public DriverDescription description() {
        return new DriverDescription(
                text(),
                text(),
                list(this::text),
                number(),
                list(this::setting),
                list(this::text),
                new DriverDescription.FileNaming(number(), flag(), text()),
                big(),
                list(this::text));
    }

    private Setting setting() {
        return new Setting(
                text(),
                text(),
                name(Setting.Kind.class),
                text(),
                text(),
                text(),
                list(this::text),
                big(),
                big(),
                flag());
    }

    public Capabilities capabilities() {
        return new Capabilities(
                name(Capabilities.Delivery.class),
                name(Capabilities.Flow.class),
                number(),
                name(Capabilities.Progress.class),
                flag(),
                telemetry(),
                name(Control.class),
                name(Control.class),
                name(Control.class),
                name(Control.class));
    }

    private EnumSet<Capabilities.Telemetry> telemetry() {
        EnumSet<Capabilities.Telemetry> all = EnumSet.noneOf(Capabilities.Telemetry.class);
        all.addAll(list(() -> name(Capabilities.Telemetry.class)));
        return all;
    }

    public DeliveryOrder order() {
        return new DeliveryOrder(
                text(), text(), bytes(), big(), list(() -> new SideFile(text(), bytes())), big(), big());
    }

    public Outcome outcome() {
        String which = text();
        return switch (which) {
            case "Delivered" -> new Outcome.Delivered(name(Evidence.class), text());
            case "Sewn" -> new Outcome.Sewn(text());
            case "NotStarted" -> new Outcome.NotStarted(text(), text());
            case "Unknown" -> new Outcome.Unknown(big(), text());
            case "Rejected" -> new Outcome.Rejected(text());
            case "Hold" -> new Outcome.Hold(text());
            case "StopMachine" -> new Outcome.StopMachine(text());
            default -> throw new IllegalArgumentException("no outcome " + which);
        };
    }

    public ProbeResult probe() {
        ProbeResult.State state = name(ProbeResult.State.class);
        String detail = text();
        Optional<HeldDesign> holds = flag() ? Optional.of(new HeldDesign(text(), big(), big())) : Optional.empty();
        return new ProbeResult(state, detail, holds);
    }

    public MachineEvent event() {
        String which = text();
        return switch (which) {
            case "Progressed" -> new MachineEvent.Progressed(name(Evidence.class), big());
            case "CounterRead" -> new MachineEvent.CounterRead(big());
            case "ColorChanged" -> new MachineEvent.ColorChanged(number(), number());
            case "HeldByMachine" -> new MachineEvent.HeldByMachine(text());
            case "Released" -> new MachineEvent.Released();
            case "Paused" -> new MachineEvent.Paused();
            case "Resumed" -> new MachineEvent.Resumed();
            case "ThreadBroke" -> new MachineEvent.ThreadBroke(text());
            case "NeedsPerson" -> new MachineEvent.NeedsPerson(text());
            case "Sewing" -> new MachineEvent.Sewing();
            case "Strange" -> new MachineEvent.Strange(text());
            default -> throw new IllegalArgumentException("no event " + which);
        };
    }

    public PlacedFile file() {
        return new PlacedFile(text(), big());
    }

    public List<PlacedFile> files() {
        return list(this::file);
    }

    public RequestDesk.Reply reply() {
        return new RequestDesk.Reply(number(), text(), texts(), bytes());
    }
}
