package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void anotherParserReadsBackWhatWasSaid() throws IOException {
        String nasty =
                "quote \" backslash \\ newline \n tab \t bell \u0007 del \u007f é 縫 \ud83e\uddf5 lone \ud800 end";
        Json json = new Json().beginObject().member("text", nasty).member("nothing", (String) null);
        json.beginArray("empty").end();
        json.beginArray("words").element("a").element("b").end();
        json.beginArray("things");
        json.beginElement().member("n", -7).end();
        json.beginElement().member("d", -0.0004, 2).member("none", null, 2).end();
        json.end();
        json.beginObject("inner").end();
        JsonNode read = new ObjectMapper().readTree(json.end().toString());

        assertThat(read.get("text").asText()).isEqualTo(nasty);
        assertThat(read.get("nothing").isNull()).isTrue();
        assertThat(read.get("empty")).isEmpty();
        assertThat(read.get("words").get(1).asText()).isEqualTo("b");
        assertThat(read.get("things").get(0).get("n").asInt()).isEqualTo(-7);
        assertThat(read.get("things").get(1).get("d").asText()).isEqualTo("0.0");
        assertThat(read.get("things").get(1).get("none").isNull()).isTrue();
        assertThat(read.get("inner")).isEmpty();
    }

    @Test
    void whatWasNotEndedIsNoJson() {
        Json open = new Json().beginObject();
        assertThatThrownBy(open::toString).isInstanceOf(IllegalStateException.class);
    }
}
