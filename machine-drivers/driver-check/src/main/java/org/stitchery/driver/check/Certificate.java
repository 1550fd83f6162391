package org.stitchery.driver.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.check.Answer.Result;
import org.stitchery.plugin.InspectedJar;

/**
 * What was asked of which bytes, by which kit, when, and how it went. Says nothing of the author's honesty: the driver's
 * own conversations decide what a friendly machine is.
 *
 * @param jar what was asked
 * @param with where the order, conversations or machines came from, besides the JAR itself; mostly nowhere else
 * @param kit version of the kit
 * @param when when
 * @param answers all of them
 */
public record Certificate(InspectedJar jar, List<Beside> with, String kit, Instant when, List<Answer> answers) {

    /** A JAR that was not asked but had something that the check needs. */
    public record Beside(String file, String sha256) {

        /** @throws IOException when it cannot be read */
        public static Beside of(Path jar) throws IOException {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                return new Beside(
                        String.valueOf(jar.getFileName()), HexFormat.of().formatHex(digest));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    public Certificate {
        with = List.copyOf(with);
        answers = List.copyOf(answers);
    }

    public boolean passed() {
        return count(Result.FAILED) == 0 && count(Result.PASSED) > 0;
    }

    private long count(Result result) {
        return answers.stream().filter(answer -> answer.result() == result).count();
    }

    /** As it is printed and kept. */
    public String text() {
        StringBuilder text = new StringBuilder("Stitchery driver check\n");
        line(text, "driver", jar.driverId() + " " + jar.version());
        line(text, "file", jar.file());
        line(text, "sha-256", jar.sha256());
        with.forEach(beside -> line(text, "with", beside.file() + ", sha-256 " + beside.sha256()));
        line(text, "contract", jar.contract() + ", asked against " + ContractVersion.CURRENT);
        line(text, "kit", kit);
        line(text, "date", when.truncatedTo(ChronoUnit.SECONDS).toString());
        line(
                text,
                "jdk",
                System.getProperty("java.vm.vendor") + " " + Runtime.version() + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch"));
        line(
                text,
                "questions",
                count(Result.PASSED) + " passed, " + count(Result.FAILED) + " failed, " + count(Result.NOT_ASKED)
                        + " not for this driver");
        line(text, "verdict", passed() ? "passed" : "FAILED");
        text.append('\n');
        answers.forEach(answer -> text.append(words(answer)).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-10s %s%n", name, value).replace("\r\n", "\n"));
    }

    /** One answer as a line, with what went wrong below it. */
    public static String words(Answer answer) {
        String mark = switch (answer.result()) {
            case PASSED -> "passed    ";
            case FAILED -> "FAILED    ";
            case NOT_ASKED -> "not asked ";
        };
        String detail = answer.result() == Result.FAILED
                ? "\n" + answer.detail().indent(11).stripTrailing()
                : "";
        return mark + " " + answer.question() + detail;
    }
}
