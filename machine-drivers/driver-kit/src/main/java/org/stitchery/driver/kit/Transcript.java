package org.stitchery.driver.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One conversation between host and machine, as text. Lines are played from top to bottom; {@code #} begins a comment.
 *
 * <pre>
 * &lt; 11                       the machine says 11
 * &gt; 00*32                    the host sends 32 bytes of 00
 * &gt; @design[0..599]          then bytes 0 to 599 of the ordered design ({@code @design}: all of it)
 * &gt; "N1 G0" 0A               text and hexadecimal bytes may stand side by side
 * &gt;&lt; "RF?"                   the host sends byte after byte, each when the machine has echoed the one before
 * &gt; {"N1 G0"}                these bytes in the frame of the protocol, see {@link DriverUnderTest#framed}
 * report HeldByMachine       the driver has by now reported this event
 * wait 20ms                  time passes, the line takes nothing
 * silence 200ms              time passes, the host must not send
 * at-once 3F "&lt;Idle&gt;" 0A     from here on the host may send 3F at any moment, even within a line: it is no part of
 *                            what it sends otherwise, and the machine answers it with this, or not at all
 * do pause                   the host pauses (resume, abort)
 * hang-up                    the machine's side ends the line
 * outcome Delivered          how it ends
 * </pre>
 */
public final class Transcript {

    private final String name;
    private final List<Step> steps;

    Transcript(String name, List<Step> steps) {
        this.name = name;
        this.steps = List.copyOf(steps);
    }

    /**
     * @param design what {@code @design} stands for
     * @throws IllegalArgumentException with name and line of what cannot be read
     */
    public static Transcript parse(String name, String text, byte[] design) {
        return parse(name, text, design, Transcript::noFrame);
    }

    private static byte[] noFrame(byte[] body) {
        throw new IllegalArgumentException("nobody said how a frame in braces looks");
    }

    /** With the frame that braces stand for. */
    static Transcript parse(String name, String text, byte[] design, UnaryOperator<byte[]> framing) {
        return new Transcript(name, new TranscriptReader(name, design, framing).read(text));
    }

    /** Reads one from the class path beside the given class. */
    public static Transcript load(Class<?> beside, String resource, byte[] design) {
        return load(beside, resource, design, Transcript::noFrame);
    }

    /** With the frame that braces stand for. */
    static Transcript load(Class<?> beside, String resource, byte[] design, UnaryOperator<byte[]> framing) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("No transcript " + resource + " beside " + beside.getName());
            }
            return parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8), design, framing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    List<Step> steps() {
        return steps;
    }

    /** Everything the host sends, in order. */
    public byte[] hostBytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Step step : steps) {
            if (step instanceof Step.HostSends sends) {
                all.writeBytes(sends.bytes());
            }
        }
        return all.toByteArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
