package org.stitchery.transport.remote.ftp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An FTP server in memory that can be told to do what honest ones do not. */
final class ScriptedFtp implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** Which address it names for data connections, in FTP's way. */
    volatile String shown = "127,0,0,1";

    /** Hangs up after RNTO, done or not. */
    volatile boolean cutsAtRename;

    volatile boolean renames = true;
    volatile boolean full;

    ScriptedFtp() throws IOException {
        Thread host = new Thread(this::welcome, "scripted-ftp");
        host.setDaemon(true);
        host.start();
    }

    String address() {
        return "ftp://anonymous@127.0.0.1:" + door.getLocalPort() + "/designs";
    }

    private void welcome() {
        while (!door.isClosed()) {
            try (Socket guest = door.accept()) {
                serve(guest);
            } catch (IOException e) {
                // The guest or the test went away.
                continue;
            }
        }
    }

    private void serve(Socket guest) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = guest.getOutputStream();
        say(out, "220 ready");
        ServerSocket data = null;
        String from = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            int blank = line.indexOf(' ');
            String verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
            String name = blank < 0 ? "" : line.substring(blank + 1);
            switch (verb) {
                case "USER" -> say(out, "331 password");
                case "PASS" -> say(out, "230 in");
                case "TYPE", "CWD" -> say(out, "250 done");
                case "SIZE" -> {
                    byte[] file = files.get(name);
                    say(out, file == null ? "550 none" : "213 " + file.length);
                }
                case "PASV" -> {
                    data = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    int port = data.getLocalPort();
                    say(out, "227 (" + shown + "," + (port >> 8) + "," + (port & 255) + ")");
                }
                case "LIST" -> {
                    say(out, "150 here");
                    try (Socket line2 = accepted(data)) {
                        line2.getOutputStream().flush();
                    }
                    say(out, "226 done");
                }
                case "STOR" -> {
                    say(out, "150 go on");
                    try (Socket line2 = accepted(data)) {
                        byte[] content = line2.getInputStream().readAllBytes();
                        if (!full) {
                            files.put(name, content);
                        }
                    }
                    say(out, full ? "452 no room" : "226 done");
                }
                case "RNFR" -> {
                    from = name;
                    say(out, "350 and to");
                }
                case "RNTO" -> {
                    if (renames) {
                        files.put(name, files.remove(from));
                    }
                    if (cutsAtRename) {
                        return;
                    }
                    say(out, "250 done");
                }
                default -> say(out, "502 not here");
            }
        }
    }

    private static Socket accepted(@Nullable ServerSocket data) throws IOException {
        if (data == null) {
            throw new IOException("no PASV before it");
        }
        try (data) {
            data.setSoTimeout(5_000);
            return data.accept();
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
