package org.stitchery.driver.check;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
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
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineDriver;

/**
 * The program of the process in which a driver is asked. Prints one line to standard output for each answer: result,
 * question, detail, parted by blanks, the last two in base64; {@code MISSING} and a sentence when the JAR lacks something;
 * {@code END} when all was asked. What the driver prints goes to standard error.
 */
public final class CheckProgram {

    static final String MISSING = "MISSING";
    static final String END = "END";

    private static final int MOST_DETAIL = 4000;

    private CheckProgram() {}

    /** @param arguments the JAR */
    public static void main(String[] arguments) {
        PrintStream answers = System.out;
        System.setOut(System.err);
        try {
            ask(Path.of(arguments[0]), answers);
        } catch (IllegalArgumentException | AssertionError e) {
            answers.println(MISSING + " " + coded(String.valueOf(e.getMessage())));
        }
        answers.flush();
        // Whatever threads the driver left behind.
        Runtime.getRuntime().halt(0);
    }

    private static void ask(Path file, PrintStream answers) {
        JarUnderCheck jar = JarUnderCheck.open(file);
        MachineDriver driver = jar.driver();
        Class<?> questions;
        if (driver instanceof LineDriver) {
            questions = LineQuestions.class;
            jar.files().transcripts().forEach(jar::transcript);
        } else if (driver instanceof FileDriver) {
            questions = FileQuestions.class;
            jar.files().finishedName();
        } else {
            throw new IllegalArgumentException(
                    "Drivers for machines that come and ask cannot be checked from a JAR yet;"
                            + " their kit runs in the driver's own build");
        }
        jar.order();
        jar.settings();
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
        LauncherFactory.create(jupiterOnly).execute(request, new Listener(answers));
        answers.println(END);
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

        Listener(PrintStream answers) {
            this.answers = answers;
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
            String name = method.map(CheckProgram::sentence).orElse(test.getDisplayName());
            boolean one = test.getUniqueId().contains("dynamic-test");
            answers.println(
                    result + " " + coded(one ? name + ": " + test.getDisplayName() : name) + " " + coded(detail));
            answers.flush();
        }
    }
}
