package org.stitchery.transport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question as it came in over HTTP, decoded.
 *
 * @param method {@code GET}, {@code POST} and so on
 * @param path below the desk's own address, beginning with a slash
 * @param parameters the first of each name
 * @param body at most {@link Desk#LARGEST_BODY}; the record copies it
 * @param from who asks, for the log
 */
public record DeskCall(String method, String path, Map<String, String> parameters, byte[] body, String from) {

    private static final int LONGEST_PATH = 512;
    private static final int LONGEST_QUERY = 4096;
    private static final int MOST_PARAMETERS = 32;

    public DeskCall {
        parameters = Map.copyOf(parameters);
        body = body.clone();
        if (body.length > Desk.LARGEST_BODY) {
            throw new IllegalArgumentException("A question says at most " + Desk.LARGEST_BODY + " bytes");
        }
    }

    /**
     * @param rawPath below the desk's own address, as it came
     * @param rawQuery behind the question mark, as it came
     * @throws IllegalArgumentException when it is too long or no percent encoding
     */
    public static DeskCall of(String method, String rawPath, @Nullable String rawQuery, byte[] body, String from) {
        if (rawPath.length() > LONGEST_PATH || rawQuery != null && rawQuery.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException("The address is too long");
        }
        String path = decoded(rawPath.replace("+", "%2B"));
        return new DeskCall(method, path.isEmpty() ? "/" : path, parameters(rawQuery), body, from);
    }

    private static Map<String, String> parameters(@Nullable String rawQuery) {
        Map<String, String> found = new TreeMap<>();
        if (rawQuery == null || rawQuery.isEmpty()) {
            return found;
        }
        String[] parts = rawQuery.split("&", MOST_PARAMETERS + 1);
        if (parts.length > MOST_PARAMETERS) {
            throw new IllegalArgumentException("The address has more than " + MOST_PARAMETERS + " parameters");
        }
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            found.putIfAbsent(name, equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return found;
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }

    /** A copy of the bytes. */
    @Override
    public byte[] body() {
        return body.clone();
    }
}
