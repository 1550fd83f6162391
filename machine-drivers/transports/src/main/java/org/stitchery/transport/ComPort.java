package org.stitchery.transport;

import org.stitchery.transport.SerialUri.Flow;
import org.stitchery.transport.SerialUri.Parity;

/** Numbers of the COM-PORT-OPTION, from RFC 2217. A server answers a request with its code plus {@link #ANSWER}. */
final class ComPort {

    static final int SIGNATURE = 0;
    static final int BAUD = 1;
    static final int DATA_SIZE = 2;
    static final int PARITY = 3;
    static final int STOP_SIZE = 4;
    static final int CONTROL = 5;
    static final int MODEM_STATE = 7;
    static final int SUSPEND = 8;
    static final int RESUME = 9;
    static final int LINE_MASK = 10;
    static final int MODEM_MASK = 11;
    static final int PURGE = 12;
    static final int ANSWER = 100;

    /** Values of {@link #CONTROL}. */
    static final int NO_FLOW = 1;

    static final int HARDWARE_FLOW = 3;
    static final int DTR_ON = 8;
    static final int RTS_ON = 11;

    /** Value of {@link #PURGE}: what the port has not sent. */
    static final int UNSENT = 2;

    /** Bit of {@link #MODEM_STATE}: clear to send. */
    static final int CTS = 0x10;

    private ComPort() {}

    static byte[] value(int number) {
        return new byte[] {(byte) number};
    }

    /** Four bytes, the highest first. */
    static byte[] baud(int baud) {
        return new byte[] {(byte) (baud >>> 24), (byte) (baud >>> 16), (byte) (baud >>> 8), (byte) baud};
    }

    static byte[] parity(Parity parity) {
        return value(
                switch (parity) {
                    case NONE -> 1;
                    case ODD -> 2;
                    case EVEN -> 3;
                    case MARK -> 4;
                    case SPACE -> 5;
                });
    }

    static byte[] stopSize(SerialUri.StopBits bits) {
        return value(
                switch (bits) {
                    case ONE -> 1;
                    case TWO -> 2;
                    case ONE_AND_A_HALF -> 3;
                });
    }

    static byte[] flow(Flow flow) {
        return value(
                switch (flow) {
                    case NONE -> NO_FLOW;
                    case RTSCTS -> HARDWARE_FLOW;
                });
    }
}
