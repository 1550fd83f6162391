package org.stitchery.driver.kit;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stitchery.driver.kit.DeskAsker.Asking;

/** Questions that no machine asks: from browsers, from searchers for holes, and from programs with mistakes. */
final class DeskGarbage {

    private DeskGarbage() {}

    static List<Asking> questions() {
        byte[] noise = new byte[2000];
        new Random(11).nextBytes(noise);
        String deep = "{".repeat(30_000);
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            many.put("p" + i, "x".repeat(100));
        }
        return List.of(
                Asking.get("/", Map.of()),
                Asking.get("/..", Map.of()),
                Asking.get("/../../etc/passwd", Map.of()),
                Asking.get("//design", Map.of()),
                Asking.get("/design\0", Map.of()),
                Asking.get("/design", Map.of("claim", "1' or '1'='1")),
                Asking.get("/design", Map.of("claim", "0000000000000000-1")),
                Asking.get("/" + "x".repeat(500), many),
                new Asking("DELETE", "/design", Map.of(), new byte[0]),
                new Asking("PUT", "/next", Map.of(), noise),
                new Asking("BREW", "/", Map.of(), noise),
                new Asking("POST", "/taken", Map.of(), noise),
                post("/taken", Map.of(), deep),
                post("/taken", Map.of(), "{}"),
                post("/events", Map.of("event", "done"), ""),
                post("/events", many, "{\"event\":\"done\""),
                post("/events", Map.of(), "%%%=%zz"),
                post("/state", Map.of(), "{\"crc32\":1e999}"));
    }

    private static Asking post(String path, Map<String, String> parameters, String body) {
        return new Asking("POST", path, parameters, body.getBytes(StandardCharsets.US_ASCII));
    }
}
