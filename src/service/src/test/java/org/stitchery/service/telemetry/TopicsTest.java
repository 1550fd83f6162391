package org.stitchery.service.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    @ParameterizedTest
    @CsvSource({
        "tcp://broker:1884, broker, 1884, false",
        "mqtt://broker, broker, 1883, false",
        "ssl://10.0.0.7, 10.0.0.7, 8883, true",
        "mqtts://broker:1/, broker, 1, true",
        "tcp://[::1]:1883, ::1, 1883, false"
    })
    void aBrokerIsAHostAPortAndWhetherItIsEncrypted(String text, String host, int port, boolean encrypted) {
        assertThat(BrokerAddress.parse(text)).isEqualTo(new BrokerAddress(host, port, encrypted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"broker:1883", "http://broker", "tcp://", "tcp://user:hunter2@broker", "tcp://a/b", "tcp://a b"})
    void anotherAddressIsRefusedWithoutRepeatingAPassword(String text) {
        assertThatThrownBy(() -> BrokerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tcp://host:1883")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({"Serial Six, Serial Six", "Halle 2/Presse #3+, Halle 2_Presse _3_", "$SYS, _SYS", "Müller, Müller"})
    void aNameBecomesOneLevelOfATopic(String name, String level) {
        assertThat(TopicNames.level(name)).isEqualTo(level);
    }

    // Otherwise the late death of a killed process would bury the next one.
    @Test
    void numbersOfBirthsGoOnAfterARestartAndAround(@TempDir Path folder) {
        BirthNumber births = new BirthNumber(folder);
        assertThat(births.next()).isZero();
        assertThat(births.next()).isEqualTo(1);
        BirthNumber again = new BirthNumber(folder);
        assertThat(again.next()).isEqualTo(2);
        for (int i = 3; i < 256; i++) {
            assertThat(again.next()).isEqualTo(i);
        }
        assertThat(again.next()).isZero();
    }
}
