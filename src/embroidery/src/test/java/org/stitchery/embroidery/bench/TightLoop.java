package org.stitchery.embroidery.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the machine can do at most: {@code src/test/c/tight-loop.c} where a C compiler is installed, else a loop in Java that
 * moves the same data.
 *
 * @param reads millions a second
 * @param writes likewise
 */
record TightLoop(String language, double reads, double writes) {

    private static final Path SOURCE = Path.of("src", "test", "c", "tight-loop.c");
    private static final int RECORDS = 1_000_000;
    private static final int ROUNDS = 60;

    static TightLoop measured() throws IOException {
        for (Path module : new Path[] {Path.of(""), Path.of("src", "embroidery")}) {
            if (Files.exists(module.resolve(SOURCE))) {
                String printed = compiledAndRun(module.resolve(SOURCE));
                if (!printed.isEmpty()) {
                    String[] numbers = printed.split(" ");
                    return new TightLoop("C", Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
                }
            }
        }
        return inJava();
    }

    /** What it prints; empty where there is no compiler. */
    private static String compiledAndRun(Path source) throws IOException {
        Path program = Files.createTempFile("tight-loop", "");
        try {
            run("cc", "-O2", "-o", program.toString(), source.toString());
            return run(program.toString());
        } catch (IOException noCompiler) {
            return "";
        } finally {
            Files.delete(program);
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(command[0] + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command[0] + " was not waited for", e);
        }
        return printed;
    }

    private static TightLoop inJava() {
        byte[] records = new byte[3 * RECORDS];
        int[] xs = new int[RECORDS];
        int[] ys = new int[RECORDS];
        long read = Long.MAX_VALUE;
        long written = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = FormatSpeed.cpu();
            writeAll(records, xs, ys);
            long between = FormatSpeed.cpu();
            readAll(records, xs, ys);
            written = Math.min(written, between - start);
            read = Math.min(read, FormatSpeed.cpu() - between);
        }
        return new TightLoop("Java", RECORDS * 1e3 / read, RECORDS * 1e3 / written);
    }

    private static void readAll(byte[] records, int[] xs, int[] ys) {
        int x = 0;
        int y = 0;
        for (int i = 0; i < RECORDS; i++) {
            x += records[3 * i] - records[3 * i + 2];
            y += records[3 * i + 1] - records[3 * i + 2];
            xs[i] = x;
            ys[i] = y;
        }
    }

    private static void writeAll(byte[] records, int[] xs, int[] ys) {
        int x = 0;
        int y = 0;
        for (int i = 0; i < RECORDS; i++) {
            records[3 * i] = (byte) (xs[i] - x);
            records[3 * i + 1] = (byte) (ys[i] - y);
            records[3 * i + 2] = 3;
            x = xs[i];
            y = ys[i];
        }
    }
}
