package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.transport.PlaceUri.Kind;

class PlaceUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folder:/srv/designs/machine-3",
                "sftp://press@192.0.2.7/designs?hostkey=SHA256:abc&secret=press-3",
                "ftp://press@machine:2121/in?secret=p",
                "ftps://press@[2001:db8::7]:2121/in?certificate=ab12&secret=p",
                "smb://press@nas/designs/machine-3?domain=SHOP&secret=p"
            })
    void itIsReadAndWrittenEqual(String text) {
        assertThat(MachineUri.parse(text)).hasToString(text).isInstanceOf(PlaceUri.class);
    }

    @Test
    void everyPartHasItsPlace() {
        assertThat(MachineUri.parse("sftp://press@192.0.2.7:2222/designs/?hostkey=K&secret=press-3"))
                .isEqualTo(new PlaceUri(
                        Kind.SFTP, "press", "192.0.2.7", 2222, "/designs", "press-3", Map.of("hostkey", "K")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "folder:designs | absolute path",
                "folder:/srv/../etc | without \"..\"",
                "folder:/srv?secret=x | No parameter",
                "ftp://press:pass@h/in | does not belong into an address",
                "ftp://h/in | user@host",
                "ftp://press@h | user@host",
                "ftp://press@h:99999/in | 1 to 65535",
                "sftp://press@h/in?certificate=1 | No parameter",
                "smb://press@nas/ | share"
            })
    void whatIsWrongIsSaidWithAWayOut(String text, String says) {
        assertThatThrownBy(() -> MachineUri.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @Test
    void aSecretIsFoundUnderItsNameInTheEnvironment() {
        Secrets secrets = Secrets.of(Map.of("STITCHERY_SECRET_PRESS_3", "open sesame"));
        assertThat(secrets.find("press-3")).contains("open sesame");
        assertThat(secrets.find("press-4")).isEmpty();
    }
}
