package org.stitchery.service.machine;

/**
 * TCP ports.
 *
 * @param from first
 * @param to last, included
 */
record PortRange(int from, int to) {

    PortRange {
        if (from < 1 || to > 65535 || from > to) {
            throw new IllegalArgumentException("Ports go from 1 to 65535 upwards, found " + from + "-" + to);
        }
    }

    /** Reads {@code 4000} or {@code 4000-4099}. */
    static PortRange parse(String text) {
        int dash = text.indexOf('-');
        int from = Integer.parseInt((dash < 0 ? text : text.substring(0, dash)).trim());
        int to = dash < 0 ? from : Integer.parseInt(text.substring(dash + 1).trim());
        return new PortRange(from, to);
    }

    boolean contains(int port) {
        return port >= from && port <= to;
    }

    @Override
    public String toString() {
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
