package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskHallTest {

    private static final String TOKEN = "needle-and-thread-1";
    private static final String OTHER = "needle-and-thread-2";

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final DeskHall hall = new DeskHall(clock::get);
    private final Desk desk = new Desk("press-3");

    DeskHallTest() {
        hall.open(desk, new DeskToken(TOKEN));
        hall.open(new Desk("press-4"), new DeskToken(OTHER));
    }

    @Test
    void theTokenOpensAsBearerAndAsPasswordOfAnybody() {
        assertThat(hall.enter("press-3", "Bearer " + TOKEN, "a")).isEqualTo(new DeskHall.Entry.In(desk));
        assertThat(hall.enter("press-3", "bearer  " + TOKEN, "a")).isEqualTo(new DeskHall.Entry.In(desk));
        assertThat(hall.enter("press-3", basic("machine:" + TOKEN), "a")).isEqualTo(new DeskHall.Entry.In(desk));
        assertThat(hall.enter("press-3", basic(":" + TOKEN), "a")).isEqualTo(new DeskHall.Entry.In(desk));
    }

    @Test
    void anythingElseIsAskedForTheToken() {
        for (String wrong : new String[] {
            null, "", "Bearer", "Bearer ", "Bearer x", "Basic", "Basic !!", basic("no-colon"), TOKEN, "Digest " + TOKEN
        }) {
            clock.addAndGet(60_000_000_000L);
            assertThat(status("press-3", wrong, "a")).as("" + wrong).isEqualTo(401);
        }
    }

    @Test
    void theTokenOfAnotherDeskIsForbiddenAndNamesAreToldOnlyToThoseWhoHaveOne() {
        assertThat(status("press-3", "Bearer " + OTHER, "a")).isEqualTo(403);
        assertThat(status("press-9", "Bearer " + OTHER, "a")).isEqualTo(404);
        assertThat(status("press-9", "Bearer nobody-has-this-one", "a")).isEqualTo(401);
    }

    @Test
    void whoeverTriesTokensIsNoLongerListenedToAndTheRightOneStillIs() {
        for (int i = 0; i < 10; i++) {
            assertThat(status("press-3", "Bearer wrong" + i, "a")).isEqualTo(401);
        }
        assertThat(status("press-3", "Bearer wrong", "a")).isEqualTo(429);
        assertThat(status("press-3", "Bearer wrong", "b")).isEqualTo(401);
        assertThat(status("press-3", "Bearer " + TOKEN, "a")).isEqualTo(200);
        clock.addAndGet(7_000_000_000L);
        assertThat(status("press-3", "Bearer wrong", "a")).isEqualTo(401);
    }

    @Test
    void questionsComeAtAPaceOnly() {
        int let = 0;
        while (status("press-3", "Bearer " + TOKEN, "a") == 200) {
            let++;
        }
        assertThat(let).isEqualTo(60);
        assertThat(status("press-3", "Bearer " + TOKEN, "a")).isEqualTo(429);
        assertThat(status("press-4", "Bearer " + OTHER, "a")).isEqualTo(200);
        clock.addAndGet(100_000_000L);
        assertThat(status("press-3", "Bearer " + TOKEN, "a")).isEqualTo(200);
    }

    @Test
    void aClosedDeskTellsItsMachineToComeAgain() {
        hall.close(desk);
        assertThat(status("press-3", "Bearer " + TOKEN, "a")).isEqualTo(503);
        Desk again = new Desk("press-3");
        assertThat(hall.open(again, new DeskToken(TOKEN))).isTrue();
        assertThat(hall.open(new Desk("press-3"), new DeskToken(TOKEN))).isFalse();
        assertThat(hall.enter("press-3", "Bearer " + TOKEN, "a")).isEqualTo(new DeskHall.Entry.In(again));
    }

    @Test
    void aShortTokenIsNone() {
        assertThatThrownBy(() -> new DeskToken("fifteen-letters")).hasMessageContaining("at least 16");
    }

    private int status(String name, @Nullable String authorization, String from) {
        return hall.enter(name, authorization, from) instanceof DeskHall.Entry.Out out
                ? out.reply().status()
                : 200;
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
