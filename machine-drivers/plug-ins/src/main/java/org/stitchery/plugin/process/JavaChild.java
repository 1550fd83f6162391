package org.stitchery.plugin.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stitchery.plugin.host.DriverHost;

/** A JVM of its own, small, with nothing of our environment. */
final class JavaChild implements Child {

    private static final int LAST_WORDS_SECONDS = 2;

    private final Process process;

    private JavaChild(Process process) {
        this.process = process;
    }

    /**
     * @param folder where it runs
     * @param hostJar the contract and the host program
     * @param driverJar the plug-in
     * @param heapMegabytes most memory its objects may take
     */
    static Launcher launcher(Path folder, Path hostJar, Path driverJar, int heapMegabytes) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:MaxDirectMemorySize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                // Its last words must not stand among our messages.
                "-XX:+DisplayVMOutputToStderr",
                // Starts sooner and takes less; a driver is no heavy work.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                hostJar.toString(),
                DriverHost.class.getName(),
                driverJar.toString());
        return () -> {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    // What a driver prints comes as messages; this is only the JVM's own.
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // Passwords of places and of the database may stand in ours.
            builder.environment().clear();
            return new JavaChild(builder.start());
        };
    }

    @Override
    public InputStream says() {
        return process.getInputStream();
    }

    @Override
    public OutputStream told() {
        return process.getOutputStream();
    }

    @Override
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public String ending() {
        try {
            if (!process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                return "closed its output";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "ended";
        }
        int status = process.exitValue();
        return switch (status) {
            case DriverHost.OUT_OF_MEMORY -> "ran out of memory";
            case DriverHost.TOO_MANY_THREADS ->
                "was ended because its driver had started more than " + DriverHost.MOST_THREADS + " threads";
            case DriverHost.WIRE_BROKEN -> "lost its thread of the conversation";
            default -> "ended with status " + status;
        };
    }
}
