package org.stitchery.driver.tapereader;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Transport;

/**
 * What the machine says: wait, go on, or come. An XON that answers an XOFF means go on. An XON without one is an
 * invitation: the operator pressed read. The difference matters, because while a machine still sews the last of one
 * design it says go on, and must not be fed the next.
 */
final class MachineVoice {

    private static final byte XON = 0x11;
    private static final byte XOFF = 0x13;

    /** Most that is taken in at a time, so that a babbling machine cannot keep the host. */
    private static final int MOST_BYTES = 1024;

    private final Transport transport;
    private final Host host;
    private final ByteBuffer heard = ByteBuffer.allocate(MOST_BYTES);
    private boolean saidWait;
    private boolean handshakeLow;
    private boolean invited;
    private long strangeBytes;
    private long strangeReportedAt;

    MachineVoice(Transport transport, Host host) {
        this.transport = transport;
        this.host = host;
    }

    /** Takes in what was said and reports what changed. */
    void hear() throws IOException {
        heard.clear();
        transport.read(heard);
        heard.flip();
        StringBuilder strange = new StringBuilder();
        boolean before = held();
        while (heard.hasRemaining()) {
            take(heard.get(), strange);
        }
        handshakeLow = !transport.clearToSend();
        if (held() != before) {
            host.report(held() ? new MachineEvent.HeldByMachine(how()) : new MachineEvent.Released());
        }
        reportStrange(strange);
    }

    private void take(byte said, StringBuilder strange) {
        switch (said) {
            case XOFF -> saidWait = true;
            case XON -> {
                invited = !saidWait;
                saidWait = false;
            }
            default -> {
                strangeBytes++;
                if (strange.length() < 48) {
                    strange.append(String.format(" %02X", said));
                }
            }
        }
    }

    private String how() {
        return saidWait ? "XOFF: the machine's buffer is full or it stands still" : "CTS is low";
    }

    /** The first is told at once, then each time their number has doubled: a broken line must not flood anybody. */
    private void reportStrange(StringBuilder bytes) {
        if (strangeBytes >= Math.max(1, strangeReportedAt * 2) && !bytes.isEmpty()) {
            strangeReportedAt = strangeBytes;
            host.report(new MachineEvent.Strange(
                    "The machine sent what a tape reader does not send, " + strangeBytes + " bytes by now:" + bytes));
        }
    }

    /** The machine wants us to wait. */
    boolean held() {
        return saidWait || handshakeLow;
    }

    /** The machine has asked for a design. */
    boolean invited() {
        return invited;
    }

    /** The invitation has been followed, or is void. */
    void forgetInvitation() {
        invited = false;
    }
}
