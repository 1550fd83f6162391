package org.stitchery.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.TransportException.Reason;

/**
 * What a port server was asked and what it answered. Answers come in any order, late, twice or never, so each is matched
 * by its code and each request has a time limit of its own.
 *
 * <p>Speed and character format must be confirmed as asked, now and for as long as the line is open. About everything
 * else servers are known to answer wrongly (sredird says 1 to every control request) or not at all (ser2net, where a
 * device has no modem lines); that is worth a line in the log and no more.
 */
final class ComPortRequests {

    /** How long a port server may take to answer one request. Taste: many round trips on a slow wireless link. */
    private static final long ANSWER_NANOS = Duration.ofSeconds(2).toNanos();

    private record Request(int code, byte[] value, String what, boolean essential, long untilNanos) {}

    private final String name;
    private final TelnetOutput out;
    private final Consumer<String> warnings;
    private final List<Request> waiting = new ArrayList<>();

    /** What is asked for on purpose and must be in force, by code. */
    private final Map<Integer, Request> essential = new HashMap<>();

    private boolean opened;

    ComPortRequests(String name, TelnetOutput out, Consumer<String> warnings) {
        this.name = name;
        this.out = out;
        this.warnings = warnings;
    }

    /** Asks for something without which the line is of no use. */
    void require(int code, byte[] value, String what, long nowNanos) throws TransportException {
        Request request = new Request(code, value, what, true, nowNanos + ANSWER_NANOS);
        essential.put(code, request);
        send(request);
    }

    /** Asks for something that is good to have. */
    void wish(int code, int value, String what, long nowNanos) throws TransportException {
        send(new Request(code, ComPort.value(value), what, false, nowNanos + ANSWER_NANOS));
    }

    private void send(Request request) throws TransportException {
        byte[] content = new byte[request.value.length + 1];
        content[0] = (byte) request.code;
        System.arraycopy(request.value, 0, content, 1, request.value.length);
        out.subnegotiate(TelnetOptions.COM_PORT, content);
        waiting.add(request);
    }

    /** True when everything required is in force. */
    boolean confirmed() {
        return waiting.stream().noneMatch(Request::essential);
    }

    /** From now on a value that changes is a line that is lost, no longer one that cannot be had. */
    void opened() {
        opened = true;
    }

    /** @param code of the request that is answered */
    void answered(int code, byte[] value) throws TransportException {
        Request required = essential.get(code);
        if (required != null) {
            compare(required, value);
        }
        Request request = oldest(code, value);
        if (request == null) {
            return;
        }
        waiting.remove(request);
        if (!request.essential && !Arrays.equals(request.value, value)) {
            warnings.accept("the port server answered " + number(value) + " when asked for " + request.what);
        }
    }

    /** Several requests of one code may be under way: the one whose value is answered, otherwise the oldest. */
    private @Nullable Request oldest(int code, byte[] value) {
        Request oldest = null;
        for (Request request : waiting) {
            if (request.code == code && Arrays.equals(request.value, value)) {
                return request;
            }
            if (request.code == code && oldest == null) {
                oldest = request;
            }
        }
        return oldest;
    }

    private void compare(Request required, byte[] value) throws TransportException {
        int length = required.value.length;
        if (value.length < length) {
            throw TelnetDecoder.garbled(
                    name, "answered with " + value.length + " bytes instead of " + length + " about " + required.what);
        }
        if (value.length > length) {
            warnings.accept("the port server pads its answer about " + required.what);
        }
        byte[] inForce = Arrays.copyOf(value, length);
        if (!Arrays.equals(inForce, required.value)) {
            throw new TransportException(
                    opened ? Reason.LOST : Reason.REFUSED,
                    name,
                    "asked for " + required.what + ", the port server has " + number(inForce) + " in force",
                    "Choose values that the port server and its port support, and keep others from changing them.");
        }
    }

    /** Gives up what was not answered in time. */
    void look(long nowNanos) throws TransportException {
        for (Iterator<Request> left = waiting.iterator(); left.hasNext(); ) {
            Request request = left.next();
            if (nowNanos - request.untilNanos < 0) {
                continue;
            }
            left.remove();
            if (request.essential) {
                throw new TransportException(
                        Reason.SILENT,
                        name,
                        "the port server does not say whether it has " + request.what + " in force",
                        "Check that it speaks RFC 2217 on this port and that its device is there.");
            }
            warnings.accept("the port server did not answer when asked for " + request.what);
        }
    }

    private static long number(byte[] value) {
        long number = 0;
        for (int i = 0; i < Math.min(value.length, 4); i++) {
            number = number << 8 | Byte.toUnsignedInt(value[i]);
        }
        return number;
    }
}
