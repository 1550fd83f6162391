package org.stitchery.driver.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a driver in a JAR all questions of the kit, in a JVM of its own with a limit on time and memory. The order, the
 * settings and the conversations come from the JAR ({@link org.stitchery.driver.kit.CheckFiles}), or from one beside it.
 * Runs the JARs' code under our user: for whoever trusts it so far.
 */
public final class DriverCheck {

    private static final String HEAP = "-Xmx256m";

    private DriverCheck() {}

    /**
     * @param with JARs with what the driver's own lacks for a check, mostly that of its tests; may be none
     * @param limit until it is over, however many questions are left
     * @param listener hears each answer as it comes, on this thread
     * @return all answers; one that never came is a failed one at the end
     * @throws IncompleteJarException when the JAR lacks what a check needs
     * @throws IOException when no process can be started
     */
    public static List<Answer> ask(Path jar, List<Path> with, Duration limit, Consumer<Answer> listener)
            throws IncompleteJarException, IOException {
        Process process = start(jar, with);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledExecutorService alarm = new ScheduledThreadPoolExecutor(1);
        alarm.schedule(
                () -> {
                    late.set(true);
                    end(process);
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        List<Answer> answers = new ArrayList<>();
        try {
            if (!hear(process, answers, listener)) {
                String why = late.get()
                        ? "not all was asked within " + limit.toSeconds() + " s; the process was ended"
                        : "the process ended before all was asked, with status " + process.waitFor();
                Answer last = new Answer("it answers to the end", Answer.Result.FAILED, why);
                answers.add(last);
                listener.accept(last);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            alarm.shutdownNow();
            end(process);
        }
        return answers;
    }

    private static Process start(Path jar, List<Path> with) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CheckProgram.class.getName(),
                jar.toAbsolutePath().toString()));
        with.forEach(each -> command.add(each.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** @return true when all was asked */
    private static boolean hear(Process process, List<Answer> answers, Consumer<Answer> listener)
            throws IncompleteJarException, IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(CheckProgram.END)) {
                    return true;
                }
                Answer answer = answer(line);
                if (answer != null) {
                    answers.add(answer);
                    listener.accept(answer);
                }
            }
            return false;
        } catch (IOException e) {
            if (!process.isAlive()) {
                return false;
            }
            throw e;
        }
    }

    private static @Nullable Answer answer(String line) throws IncompleteJarException {
        String[] words = line.split(" ", -1);
        if (words.length == 2 && words[0].equals(CheckProgram.MISSING)) {
            throw new IncompleteJarException(CheckProgram.decoded(words[1]));
        }
        for (Answer.Result result : Answer.Result.values()) {
            if (words.length == 3 && words[0].equals(result.name())) {
                return new Answer(CheckProgram.decoded(words[1]), result, CheckProgram.decoded(words[2]));
            }
        }
        return null;
    }
}
