package org.stitchery.transport;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What both sides agree on. We ask once for what we need, answer a change once and a repetition never, so that two sides
 * of good will cannot answer each other for ever. RFC 1143 tells of the loops that come of anything else.
 */
final class TelnetOptions {

    /** Options we want, and for which side: RFC 856, RFC 858, RFC 2217. */
    enum Wanted {
        WE_BINARY(true, 0),
        THEY_BINARY(false, 0),
        WE_NO_GO_AHEAD(true, 3),
        THEY_NO_GO_AHEAD(false, 3),
        WE_SET_THE_PORT(true, COM_PORT);

        private final boolean ours;
        private final int option;

        Wanted(boolean ours, int option) {
            this.ours = ours;
            this.option = option;
        }
    }

    static final int COM_PORT = 44;

    private final TelnetOutput out;
    private final Set<Wanted> agreed = EnumSet.noneOf(Wanted.class);
    private final Set<Wanted> refused = EnumSet.noneOf(Wanted.class);
    private final Set<Integer> declined = new HashSet<>();

    TelnetOptions(TelnetOutput out) {
        this.out = out;
    }

    void ask() throws TransportException {
        for (Wanted wanted : Wanted.values()) {
            out.negotiate(wanted.ours ? TelnetDecoder.WILL : TelnetDecoder.DO, wanted.option);
        }
    }

    boolean agreed(Wanted wanted) {
        return agreed.contains(wanted);
    }

    boolean refused(Wanted wanted) {
        return refused.contains(wanted);
    }

    void heard(int verb, int option) throws TransportException {
        boolean ours = verb == TelnetDecoder.DO || verb == TelnetDecoder.DONT;
        boolean yes = verb == TelnetDecoder.DO || verb == TelnetDecoder.WILL;
        for (Wanted wanted : Wanted.values()) {
            if (wanted.ours == ours && wanted.option == option) {
                heard(wanted, yes);
                return;
            }
        }
        if (yes && declined.add(ours ? option : 256 + option)) {
            out.negotiate(ours ? TelnetDecoder.WONT : TelnetDecoder.DONT, option);
        }
    }

    private void heard(Wanted wanted, boolean yes) throws TransportException {
        if (yes) {
            agreed.add(wanted);
        } else if (refused.add(wanted) && agreed.remove(wanted)) {
            out.negotiate(wanted.ours ? TelnetDecoder.WONT : TelnetDecoder.DONT, wanted.option);
        }
    }
}
