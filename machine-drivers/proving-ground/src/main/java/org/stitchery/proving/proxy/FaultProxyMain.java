package org.stitchery.proving.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;

/**
 * The proxy as a program: {@code FaultProxyMain listen-port machine-host:port fault [seed [most-bytes [most-ms]]]}. The
 * fault is one of {@link FaultKind}, or {@code any}; where it begins is decided by the seed, anew for each connection, and
 * printed. Runs until it is ended.
 */
public final class FaultProxyMain {

    private FaultProxyMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        if (words.size() < 3 || words.size() > 6) {
            System.err.println("Usage: FaultProxyMain listen-port machine-host:port fault|any [seed 1]"
                    + " [most-bytes 4000] [most-latency-ms 100]");
            System.exit(2);
        }
        int colon = words.get(1).lastIndexOf(':');
        InetSocketAddress machine = new InetSocketAddress(
                words.get(1).substring(0, colon), Integer.parseInt(words.get(1).substring(colon + 1)));
        Random chance = new Random(words.size() > 3 ? Long.parseLong(words.get(3)) : 1);
        int bytes = words.size() > 4 ? Integer.parseInt(words.get(4)) : 4000;
        int latency = words.size() > 5 ? Integer.parseInt(words.get(5)) : 100;
        FaultKind[] kinds =
                words.get(2).equals("any") ? FaultKind.values() : new FaultKind[] {FaultKind.named(words.get(2))};
        try (FaultProxy proxy = new FaultProxy()) {
            FaultProxy.Gate gate = proxy.open(new InetSocketAddress(Integer.parseInt(words.get(0))), machine, () -> {
                Fault fault = Fault.by(chance, kinds[chance.nextInt(kinds.length)], bytes, bytes / 10, latency);
                System.out.println("a host comes: " + fault);
                return fault;
            });
            System.out.println("listening on port " + gate.port() + ", to " + machine);
            Thread.currentThread().join();
        }
    }
}
