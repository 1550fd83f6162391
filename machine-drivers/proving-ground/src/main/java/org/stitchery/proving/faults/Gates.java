package org.stitchery.proving.faults;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stitchery.proving.proxy.FaultProxy;

/** Ends ways through the proxy. */
final class Gates {

    private static final int LONGEST_SECONDS = 60;

    private Gates() {}

    /** Until nothing is under way on it any more. */
    static void release(FaultProxy.Gate gate) throws IOException, InterruptedException {
        try {
            gate.release().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a way through the proxy does not end", e);
        }
    }
}
