package org.stitchery.driver.httppull;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.stitchery.driver.api.RequestDesk.Question;

/**
 * What somebody said with a question, whichever way: in the address, as a form, or as one flat JSON object. The body wins
 * over the address.
 */
final class Said {

    private static final int MOST_FIELDS = 32;
    private static final int LONGEST_SHOWN = 120;

    private final Map<String, String> fields;

    private Said(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws IllegalArgumentException when the body is neither a form nor a flat JSON object */
    static Said in(Question question) {
        Map<String, String> fields = new TreeMap<>(question.parameters());
        String body = new String(question.body(), StandardCharsets.UTF_8).strip();
        if (body.startsWith("{")) {
            fields.putAll(FlatJson.parse(body));
        } else if (!body.isEmpty()) {
            fields.putAll(form(body));
        }
        return new Said(fields);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new TreeMap<>();
        String[] parts = body.split("&", MOST_FIELDS + 1);
        if (parts.length > MOST_FIELDS) {
            throw new IllegalArgumentException("a form has at most " + MOST_FIELDS + " fields");
        }
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected name=value&name=value or a JSON object");
            }
            fields.put(
                    URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    /** Empty when it was not said. */
    String text(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean flag(String field) {
        return text(field).equals("true");
    }

    /** A whole number of 0 or more. */
    OptionalLong number(String field) {
        String text = text(field);
        return text.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** As a person may read it: bounded, without control characters. */
    Optional<String> words(String field) {
        String text = text(field).replaceAll("\\p{Cntrl}", " ").strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.substring(0, Math.min(LONGEST_SHOWN, text.length())));
    }
}
