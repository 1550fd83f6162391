package org.stitchery.driver.check;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.kit.CheckFiles;

/**
 * The program of the process in which a driver is asked. Prints one line to standard output for each answer: result,
 * question, detail, parted by blanks, the last two in base64; {@code MISSING} and a sentence when the JAR lacks something;
 * {@code END} when all was asked. What the driver prints goes to standard error.
 */
public final class CheckProgram {

    static final String MISSING = "MISSING";
    static final String END = "END";

    private static final int MOST_DETAIL = 4000;

    /** Above what a desk of the kit lets a driver say between exchanges. */
    private static final int SMALLEST_AT_DESK = 401;

    private CheckProgram() {}

    /** @param arguments the JAR, and those beside it */
    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        try {
            List<Path> jars = Arrays.stream(arguments).map(Path::of).toList();
            ask(jars.get(0), jars.subList(1, jars.size()), answers);
        } catch (IllegalArgumentException | AssertionError e) {
            answers.println(MISSING + " " + coded(String.valueOf(e.getMessage())));
        }
        answers.flush();
        // Whatever threads the driver left behind.
        Runtime.getRuntime().halt(0);
    }

    private static void ask(Path file, List<Path> with, PrintStream answers) {
        JarUnderCheck jar = JarUnderCheck.open(file, with);
        Map<String, CheckFiles> rounds = new LinkedHashMap<>();
        rounds.put("", jar.files());
        jar.files().also().forEach(name -> rounds.put(name + ": ", jar.files().with(name)));
        for (CheckFiles round : rounds.values()) {
            jar.use(round);
            questions(jar);
        }
        rounds.forEach((where, round) -> {
            jar.use(round);
            ask(questions(jar), new Listener(answers, where));
        });
        answers.println(END);
    }

    /** @throws IllegalArgumentException saying what is missing for them */
    private static Class<?> questions(JarUnderCheck jar) {
        MachineDriver driver = jar.driver();
        DeliveryOrder order = jar.order();
        jar.settings();
        if (driver instanceof LineDriver) {
            jar.files().transcripts().forEach(jar::transcript);
            return LineQuestions.class;
        } else if (driver instanceof FileDriver) {
            jar.files().finishedName();
            return FileQuestions.class;
        }
        jar.askers();
        if (order.content().length < SMALLEST_AT_DESK) {
            throw new IllegalArgumentException("The design of the order has " + order.content().length
                    + " bytes; at a desk it has to stand out from other answers by at least " + SMALLEST_AT_DESK);
        }
        return DeskQuestions.class;
    }

    private static void ask(Class<?> questions, Listener listener) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(questions))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        // Named, because what is looked up through the thread's loader would be looked up in the plug-in.
        LauncherConfig jupiterOnly = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        LauncherFactory.create(jupiterOnly).execute(request, listener);
    }

    private static String coded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** Names of tests are sentences without blanks. */
    static String sentence(String methodName) {
        return methodName
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static final class Listener implements TestExecutionListener {

        private final PrintStream answers;
        private final String where;

        /** @param where stands before each question */
        Listener(PrintStream answers, String where) {
            this.answers = answers;
            this.where = where;
        }

        @Override
        public void executionSkipped(TestIdentifier test, String reason) {
            if (test.isTest()) {
                print(test, Answer.Result.NOT_ASKED, reason);
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean wentWrong = result.getStatus() == TestExecutionResult.Status.FAILED;
            if (test.isTest() || wentWrong) {
                String detail = result.getThrowable().map(Listener::words).orElse("");
                switch (result.getStatus()) {
                    case SUCCESSFUL -> print(test, Answer.Result.PASSED, "");
                    case ABORTED -> print(test, Answer.Result.NOT_ASKED, "not for a driver with these capabilities");
                    case FAILED -> print(test, Answer.Result.FAILED, detail);
                }
            }
        }

        private static String words(Throwable failure) {
            String text = String.valueOf(failure.getMessage() == null ? failure : failure.getMessage())
                    .strip();
            return text.substring(0, Math.min(text.length(), MOST_DETAIL));
        }

        private void print(TestIdentifier test, Answer.Result result, String detail) {
            Optional<String> method = test.getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> ((MethodSource) source).getMethodName());
            String name = where + method.map(CheckProgram::sentence).orElse(test.getDisplayName());
            boolean one = test.getUniqueId().contains("dynamic-test");
            answers.println(
                    result + " " + coded(one ? name + ": " + test.getDisplayName() : name) + " " + coded(detail));
            answers.flush();
        }
    }
}
