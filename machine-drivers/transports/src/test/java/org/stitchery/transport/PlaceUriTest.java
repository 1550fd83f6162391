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
                "sftp://press@192.0.2.7/designs?hostkey=SHA256:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk&secret=press-3",
                "ftp://press@machine:2121/in?secret=p",
                "ftps://press@[2001:db8::7]:2121/in?certificate=SHA256:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB:AB&secret=p",
                "smb://press@nas/designs/machine-3?domain=SHOP&secret=p"
            })
    void itIsReadAndWrittenEqual(String text) {
        assertThat(MachineUri.parse(text)).hasToString(text).isInstanceOf(PlaceUri.class);
    }

    @Test
    void everyPartHasItsPlace() {
        assertThat(
                        MachineUri.parse(
                                "sftp://press@192.0.2.7:2222/designs/?hostkey=SHA256:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk&secret=press-3"))
                .isEqualTo(new PlaceUri(
                        Kind.SFTP,
                        "press",
                        "192.0.2.7",
                        2222,
                        "/designs",
                        "press-3",
                        Map.of("hostkey", "SHA256:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk")));
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
                "sftp://press@h/in?hostkey=SHA256:abc | 43 characters of Base64",
                "ftps://press@h/in?certificate=ab12 | 64 hexadecimal",
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

    @Test
    void aFingerprintIsTheSameHoweverItIsWritten() {
        byte[] key = {1, 2, 3};
        Fingerprint print = Fingerprint.ofEncoded(key);
        assertThat(print.text()).isEqualTo("SHA256:A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E");
        assertThat(Fingerprint.parse(print.text() + "=")).isEqualTo(print);
        assertThat(
                        Fingerprint.parse(
                                "SHA256:03:90:58:C6:F2:C0:CB:49:2C:53:3B:0A:4D:14:EF:77:CC:0F:78:AB:CC:CE:D5:28:7D:84:A1:A2:01:1C:FB:81"))
                .isEqualTo(print);
    }
}
