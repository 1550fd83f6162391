package org.stitchery.plugin.host;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.HeldDesign;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.api.Setting;
import org.stitchery.driver.api.SideFile;

/**
 * Writes the contract's values one after the other, as {@link Unpack} reads them. Numbers are big-endian; a text is its
 * length in bytes and its UTF-8; a list is its count and its parts; members of sealed families and enums go by name.
 */
public final class Pack {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** A step that memory cannot refuse. */
    private interface Step {
        void run() throws IOException;
    }

    private Pack put(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Frame frame(Frame.Kind kind) {
        return new Frame(kind, bytes.toByteArray());
    }

    public static Frame empty(Frame.Kind kind) {
        return new Frame(kind, new byte[0]);
    }

    public Pack number(int value) {
        return put(() -> out.writeInt(value));
    }

    public Pack big(long value) {
        return put(() -> out.writeLong(value));
    }

    public Pack flag(boolean value) {
        return put(() -> out.writeBoolean(value));
    }

    public Pack bytes(byte[] value) {
        return put(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    public Pack text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A text or none. */
    public Pack maybe(@Nullable String value) {
        flag(value != null);
        return value == null ? this : text(value);
    }

    public Pack name(Enum<?> value) {
        return text(value.name());
    }

    public Pack texts(Map<String, String> values) {
        number(values.size());
        values.forEach((key, value) -> text(key).text(value));
        return this;
    }

    public Pack list(Collection<String> values) {
        return list(values, Pack::text);
    }

    private <T> Pack list(Collection<T> values, BiConsumer<Pack, T> each) {
        number(values.size());
        values.forEach(value -> each.accept(this, value));
        return this;
    }

    public Pack description(DriverDescription d) {
        return text(d.id())
                .text(d.title())
                .list(d.machines(), Pack::text)
                .number(d.contractVersion())
                .list(d.settings(), Pack::setting)
                .list(d.formats(), Pack::text)
                .number(d.naming().longest())
                .flag(d.naming().upperCase())
                .text(d.naming().extension())
                .big(d.largestBytes())
                .list(d.sideFiles(), Pack::text);
    }

    private void setting(Setting s) {
        text(s.key())
                .text(s.title())
                .name(s.kind())
                .text(s.unit())
                .text(s.defaultValue())
                .text(s.help())
                .list(s.choices(), Pack::text)
                .big(s.min())
                .big(s.max())
                .flag(s.secret());
    }

    public Pack capabilities(Capabilities c) {
        return name(c.delivery())
                .name(c.flow())
                .number(c.mostInFlightBytes())
                .name(c.progress())
                .flag(c.identityReadback())
                .list(c.telemetry(), Pack::name)
                .name(c.pause())
                .name(c.resume())
                .name(c.abort())
                .name(c.restartAtStitch());
    }

    public Pack order(DeliveryOrder order) {
        return text(order.label())
                .text(order.format())
                .bytes(order.content())
                .big(order.fence())
                .list(order.sideFiles(), Pack::sideFile)
                .big(order.fromStitch())
                .big(order.attempt());
    }

    private void sideFile(SideFile file) {
        text(file.extension()).bytes(file.content());
    }

    public Pack outcome(Outcome outcome) {
        text(outcome.getClass().getSimpleName());
        if (outcome instanceof Outcome.Delivered delivered) {
            name(delivered.evidence());
        } else if (outcome instanceof Outcome.NotStarted notStarted) {
            text(notStarted.proof());
        } else if (outcome instanceof Outcome.Unknown unknown) {
            big(unknown.bytesAccepted());
        }
        return text(outcome.detail());
    }

    public Pack probe(ProbeResult result) {
        name(result.state()).text(result.detail()).flag(result.holds().isPresent());
        result.holds().ifPresent(this::held);
        return this;
    }

    private void held(HeldDesign design) {
        text(design.label()).big(design.bytes()).big(design.crc32());
    }

    public Pack event(MachineEvent event) {
        text(event.getClass().getSimpleName());
        if (event instanceof MachineEvent.Progressed progressed) {
            return name(progressed.evidence()).big(progressed.bytes());
        } else if (event instanceof MachineEvent.CounterRead read) {
            return big(read.stitches());
        } else if (event instanceof MachineEvent.ColorChanged changed) {
            return number(changed.color()).number(changed.needle());
        } else if (event instanceof MachineEvent.HeldByMachine held) {
            return text(held.how());
        } else if (event instanceof MachineEvent.ThreadBroke broke) {
            return text(broke.detail());
        } else if (event instanceof MachineEvent.NeedsPerson needs) {
            return text(needs.detail());
        } else if (event instanceof MachineEvent.Strange strange) {
            return text(strange.detail());
        }
        return this;
    }

    public Pack file(PlacedFile file) {
        return text(file.name()).big(file.bytes());
    }

    public Pack files(Collection<PlacedFile> files) {
        return list(files, Pack::file);
    }

    public Pack reply(RequestDesk.Reply reply) {
        return number(reply.status()).text(reply.type()).texts(reply.headers()).bytes(reply.body());
    }

    public Pack question(RequestDesk.Question question) {
        return text(question.method())
                .text(question.path())
                .texts(question.parameters())
                .bytes(question.body())
                .text(question.from());
    }
}
