package org.stitchery.driver.httppull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.RequestDesk.Reply;
import org.stitchery.driver.kit.DeskAsker;

/** An agent as {@code PROTOCOL.md} wants it: checks, asks before it sews, tells until the end, forgets nothing. */
final class Agent implements DeskAsker {

    private enum Step {
        ASKING,
        FETCHING,
        TAKING,
        STARTING,
        COUNTING,
        FINISHING,
        OVER
    }

    private final boolean reportsSewing;
    private Step step = Step.ASKING;
    private Map<String, String> offer = Map.of();
    private byte[] design = new byte[0];
    private boolean sews;

    Agent(boolean reportsSewing) {
        this.reportsSewing = reportsSewing;
    }

    @Override
    public @Nullable Asking next() {
        return switch (step) {
            case ASKING -> Asking.get("/next", Map.of());
            case FETCHING -> Asking.get("/design", Map.of("claim", offer.get("claim")));
            case TAKING -> say("/taken", "");
            case STARTING -> say("/events", ",\"event\":\"sewing\"");
            case COUNTING -> say("/events", ",\"event\":\"stitches\",\"stitches\":17");
            case FINISHING -> say("/events", ",\"event\":\"done\"");
            case OVER -> null;
        };
    }

    private Asking say(String path, String more) {
        String body = "{\"claim\":\"" + offer.get("claim") + "\",\"label\":\"" + offer.get("label") + "\",\"sha256\":\""
                + sha256(design) + "\"" + more + "}";
        return new Asking("POST", path, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void heard(Reply answer) {
        switch (step) {
            case ASKING -> {
                if (answer.status() == 200) {
                    offer = FlatJson.parse(new String(answer.body(), StandardCharsets.UTF_8));
                    step = Step.FETCHING;
                }
            }
            case FETCHING -> {
                design = answer.body();
                boolean right = answer.status() == 200 && sha256(design).equals(offer.get("sha256"));
                step = right ? Step.TAKING : Step.ASKING;
            }
            case TAKING -> {
                sews = answer.status() == 200;
                step = !sews ? Step.ASKING : reportsSewing ? Step.STARTING : Step.OVER;
            }
            case STARTING -> step = Step.COUNTING;
            case COUNTING -> step = Step.FINISHING;
            case FINISHING, OVER -> step = Step.OVER;
        }
    }

    /** Asks the same again. */
    @Override
    public void lost(byte[] received) {}

    @Override
    public boolean sews() {
        return sews;
    }

    @Override
    public byte[] holds() {
        return design.clone();
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
