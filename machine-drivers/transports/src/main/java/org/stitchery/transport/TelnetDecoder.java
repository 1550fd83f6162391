package org.stitchery.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Takes a telnet stream apart, as RFC 854 and RFC 855 put it together, in whatever pieces it comes:
 *
 * <pre>
 * b                                b is data, 0 to 254
 * IAC IAC                          the data byte 255
 * IAC WILL|WONT|DO|DONT option     negotiation
 * IAC SB option content IAC SE     sub-negotiation; a 255 in the content is doubled
 * IAC other                        a command without a value, of no meaning to a machine
 * </pre>
 *
 * <p>What cannot be telnet is refused at once: behind it nothing can be told apart from data any more.
 */
final class TelnetDecoder {

    static final int IAC = 255;
    static final int DONT = 254;
    static final int DO = 253;
    static final int WONT = 252;
    static final int WILL = 251;
    static final int SB = 250;
    static final int SE = 240;

    /** Lowest command of a single byte: end of file, RFC 1184. */
    private static final int FIRST_COMMAND = 236;

    /** Longest content of a sub-negotiation. The longest that makes sense is a signature, a line of text. */
    static final int MOST_CONTENT = 512;

    /** Hears what the stream says. */
    interface Listener {

        void data(byte value) throws TransportException;

        /** @param verb {@link #WILL}, {@link #WONT}, {@link #DO} or {@link #DONT} */
        void negotiation(int verb, int option) throws TransportException;

        void subnegotiation(int option, byte[] content) throws TransportException;
    }

    private enum Within {
        DATA,
        COMMAND,
        NEGOTIATION,
        OPTION,
        CONTENT,
        CONTENT_COMMAND
    }

    private final String name;
    private final Listener listener;
    private final byte[] content = new byte[MOST_CONTENT];
    private Within within = Within.DATA;
    private int verb;
    private int option;
    private int length;

    TelnetDecoder(String name, Listener listener) {
        this.name = name;
        this.listener = listener;
    }

    /** @throws TransportException when it is not telnet */
    void decode(ByteBuffer from) throws TransportException {
        while (from.hasRemaining()) {
            decode(from.get());
        }
    }

    private void decode(byte raw) throws TransportException {
        int value = Byte.toUnsignedInt(raw);
        switch (within) {
            case DATA -> {
                if (value == IAC) {
                    within = Within.COMMAND;
                } else {
                    listener.data(raw);
                }
            }
            case COMMAND -> command(value);
            case NEGOTIATION -> {
                within = Within.DATA;
                listener.negotiation(verb, value);
            }
            case OPTION -> {
                option = value;
                length = 0;
                within = Within.CONTENT;
            }
            case CONTENT -> {
                if (value == IAC) {
                    within = Within.CONTENT_COMMAND;
                } else {
                    keep(raw);
                }
            }
            case CONTENT_COMMAND -> endContent(raw, value);
        }
    }

    private void command(int value) throws TransportException {
        within = Within.DATA;
        if (value == IAC) {
            listener.data((byte) IAC);
        } else if (value == SB) {
            within = Within.OPTION;
        } else if (value > SB) {
            verb = value;
            within = Within.NEGOTIATION;
        } else if (value < FIRST_COMMAND) {
            throw garbled(name, "sent " + value + " as a telnet command, which is none");
        } else if (value == SE) {
            throw garbled(name, "ended a telnet sub-negotiation that never began");
        }
    }

    private void endContent(byte raw, int value) throws TransportException {
        if (value == IAC) {
            within = Within.CONTENT;
            keep(raw);
        } else if (value == SE) {
            within = Within.DATA;
            listener.subnegotiation(option, Arrays.copyOf(content, length));
        } else {
            throw garbled(name, "sent command " + value + " within a telnet sub-negotiation");
        }
    }

    private void keep(byte raw) throws TransportException {
        if (length == MOST_CONTENT) {
            throw garbled(name, "sent a telnet sub-negotiation of more than " + MOST_CONTENT + " bytes");
        }
        content[length++] = raw;
    }

    /** @param what follows "the port server" */
    static TransportException garbled(String name, String what) {
        return new TransportException(
                TransportException.Reason.LOST,
                name,
                "the port server " + what,
                "Check that it speaks RFC 2217 on this port; a bare port is tcp://.");
    }
}
