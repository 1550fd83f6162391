package org.stitchery.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A Sparkplug payload as {@code protoc} reads it, which knows nothing of our own encoder.
 *
 * @param text the fields as protoc prints them
 */
record Sparkplug(String text) {

    private static final Pattern METRIC = Pattern.compile("metrics \\{\\n(.*?)\\n}", Pattern.DOTALL);

    static Sparkplug of(byte[] payload) {
        try {
            Process protoc = new ProcessBuilder(
                            "protoc",
                            "--proto_path="
                                    + Path.of("../service/src/test/resources/telemetry")
                                            .toAbsolutePath()
                                            .normalize(),
                            "--decode=Payload",
                            "payload.proto")
                    .start();
            try (OutputStream in = protoc.getOutputStream()) {
                in.write(payload);
            }
            String text = new String(protoc.getInputStream().readAllBytes(), UTF_8);
            if (protoc.waitFor() != 0) {
                throw new IllegalStateException(
                        new String(protoc.getErrorStream().readAllBytes(), UTF_8));
            }
            return new Sparkplug(text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return Assumptions.abort("No protoc on this computer: apt-get install protobuf-compiler");
        }
    }

    /** Its place in the sequence; none in a death. */
    OptionalLong seq() {
        return number("(?m)^seq: (\\d+)", text);
    }

    /** The number that pairs births and deaths. */
    long birthNumber() {
        return number("long_value: (\\d+)", metric("bdSeq")).orElseThrow();
    }

    /** The value of a text metric. */
    String textOf(String name) {
        Matcher value = Pattern.compile("string_value: \"(.*)\"").matcher(metric(name));
        return value.find() ? value.group(1) : "";
    }

    /** The alias a birth gave. */
    long alias(String name) {
        return number("alias: (\\d+)", metric(name)).orElseThrow();
    }

    /** Whether data of that alias is in it. */
    boolean has(long alias) {
        return metrics().stream().anyMatch(metric -> metric.contains("alias: " + alias + "\n"));
    }

    List<String> metrics() {
        List<String> metrics = new ArrayList<>();
        Matcher each = METRIC.matcher(text);
        while (each.find()) {
            metrics.add(each.group(1) + "\n");
        }
        return metrics;
    }

    private String metric(String name) {
        return metrics().stream()
                .filter(metric -> metric.contains("name: \"" + name + "\""))
                .findFirst()
                .orElse("");
    }

    private static OptionalLong number(String pattern, String where) {
        Matcher found = Pattern.compile(pattern).matcher(where);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }
}
