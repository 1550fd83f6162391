package org.stitchery.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * The machines of a load run: a process of its own with one thread, so that what the host costs can be told from what
 * they cost. Prints one device a line, then answers one line to each line it is told; ends with its standard input.
 *
 * <pre>
 * forget          counts from nothing
 * hold | flow     say XOFF now and then, or never
 * deaf | hear     read nothing at all, or read
 * xoff N | xon N  machine N says so at once
 * count           total received, least of one machine, nanoseconds of the last byte (by the system's clock)
 * xoffs           number of XOFFs, most bytes after one, 99 % at or below, number with more than 16
 * </pre>
 */
public final class PtyMachines {

    /** How often each machine is looked at. */
    private static final long ROUND_NANOS = 1_500_000;

    private final List<PtyMachine> machines = new ArrayList<>();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private XoffCounts xoffs = new XoffCounts();
    private boolean holds;
    private boolean deaf;

    private PtyMachines(int count, int bytesPerSecond) throws IOException {
        for (int i = 0; i < count; i++) {
            machines.add(new PtyMachine(bytesPerSecond, i));
        }
    }

    public static void main(String[] args) throws Exception {
        PtyMachines room = new PtyMachines(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        Thread thread = new Thread(room::play, "machines");
        thread.setDaemon(true);
        thread.start();
        room.machines.forEach(machine -> System.out.println(machine.slave()));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                room.told.add(line);
            }
        }
    }

    private void play() {
        while (true) {
            for (String line = told.poll(); line != null; line = told.poll()) {
                System.out.println(heed(line.split(" ")));
            }
            long now = System.nanoTime();
            for (PtyMachine machine : machines) {
                if (!deaf) {
                    machine.turn(System.nanoTime(), holds, xoffs);
                }
            }
            LockSupport.parkNanos(ROUND_NANOS - (System.nanoTime() - now));
        }
    }

    private String heed(String[] words) {
        switch (words[0]) {
            case "forget" -> {
                machines.forEach(PtyMachine::forget);
                xoffs = new XoffCounts();
            }
            case "hold" -> holds = true;
            case "flow" -> holds = false;
            case "deaf" -> deaf = true;
            case "hear" -> deaf = false;
            case "xoff", "xon" -> machines.get(Integer.parseInt(words[1])).say(words[0].equals("xon"));
            case "count" -> {
                return machines.stream().mapToLong(PtyMachine::received).sum() + " "
                        + machines.stream()
                                .mapToLong(PtyMachine::received)
                                .min()
                                .orElse(0) + " "
                        + machines.stream()
                                .mapToLong(PtyMachine::lastByteNanos)
                                .max()
                                .orElse(0);
            }
            case "xoffs" -> {
                return xoffs.total() + " " + xoffs.most() + " " + xoffs.quantile(0.99) + " " + xoffs.above(16);
            }
            default -> {
                return "what?";
            }
        }
        return "yes";
    }
}
