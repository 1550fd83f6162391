package org.stitchery.driver.httppull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** Stands between agent and desk, hands bytes on, and ends a connection after so many bytes of an answer. */
final class CuttingLine implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int deskPort;
    private final IntSupplier cuts;

    /** @param cuts asked once a connection: after how many bytes towards the agent it ends, negative for never */
    CuttingLine(int deskPort, IntSupplier cuts) throws IOException {
        this.deskPort = deskPort;
        this.cuts = cuts;
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket agent = listener.accept();
                Socket desk = new Socket(InetAddress.getLoopbackAddress(), deskPort);
                int cut = cuts.getAsInt();
                threads.execute(() -> pump(agent, desk, Integer.MAX_VALUE));
                threads.execute(() -> pump(desk, agent, cut < 0 ? Integer.MAX_VALUE : cut));
            } catch (IOException e) {
                // Closed; or a desk that is gone, which the agent sees as a connection that says nothing.
                continue;
            }
        }
    }

    private static void pump(Socket from, Socket to, int most) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] block = new byte[512];
            int left = most;
            while (left > 0) {
                int count = in.read(block, 0, Math.min(block.length, left));
                if (count < 0) {
                    return;
                }
                out.write(block, 0, count);
                left -= count;
            }
        } catch (IOException e) {
            // The other direction has ended the connection.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
