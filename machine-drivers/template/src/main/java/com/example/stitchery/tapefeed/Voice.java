package com.example.stitchery.tapefeed;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Transport;

/** What the machine has said so far. */
final class Voice {

    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;

    private final Transport transport;
    private final Host host;
    private final ByteBuffer heard = ByteBuffer.allocate(256);
    private boolean xoff;
    private boolean held;
    private boolean invited;

    Voice(Transport transport, Host host) {
        this.transport = transport;
        this.host = host;
    }

    /** Takes in what came, and reports what has changed by it. */
    void hear() throws IOException {
        heard.clear();
        transport.read(heard);
        heard.flip();
        while (heard.hasRemaining()) {
            understand(heard.get());
        }
        boolean now = xoff || !transport.clearToSend();
        if (now && !held) {
            host.report(new MachineEvent.HeldByMachine(xoff ? "XOFF" : "handshake wire low"));
        } else if (held && !now) {
            host.report(new MachineEvent.Released());
        }
        held = now;
    }

    private void understand(byte said) {
        switch (said) {
            case XON -> {
                xoff = false;
                invited = true;
            }
            case XOFF -> {
                xoff = true;
                invited = false;
            }
            default -> host.report(new MachineEvent.Strange(String.format("%02X", said)));
        }
    }

    /** It told us to wait. */
    boolean held() {
        return held;
    }

    /** It asked for a design, and has not been given one since. */
    boolean invited() {
        return invited;
    }

    /** An invitation is good for one design. */
    void forgetInvitation() {
        invited = false;
    }
}
