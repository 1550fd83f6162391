package org.stitchery.driver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverSettingsTest {

    private static final List<Setting> KNOWN = List.of(
            Setting.integer("leader", "Leader", "bytes", 32, 0, 100, "How much."),
            Setting.flag("wait", "Wait", true, "Whether."),
            Setting.choice("mode", "Mode", List.of("fast", "slow"), "Which."),
            Setting.text("name", "Name", "", "What."));

    @Test
    void whatIsMissingTakesItsDefault() {
        DriverSettings settings = DriverSettings.of(KNOWN, Map.of("leader", "7"));
        assertThat(settings.integer("leader")).isEqualTo(7);
        assertThat(settings.flag("wait")).isTrue();
        assertThat(settings.text("mode")).isEqualTo("fast");
        assertThat(settings.asMap().keySet()).containsExactly("leader", "mode", "name", "wait");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leader|101|Setting leader (Leader) takes a whole number from 0 to 100, found \"101\"",
                "leader|many|found \"many\"",
                "wait|yes|takes true or false",
                "mode|medium|takes one of [fast, slow]",
                "speed|1|No setting \"speed\"; known are [leader, mode, name, wait]"
            })
    void aWrongValueIsNamedWithWhatWasExpected(String key, String value, String complaint) {
        assertThatThrownBy(() -> DriverSettings.of(KNOWN, Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aSettingIsLegalFromBirth() {
        assertThatThrownBy(() -> Setting.integer("n", "N", "", 5, 6, 9, "H.")).hasMessageContaining("from 6 to 9");
        assertThatThrownBy(() -> Setting.flag("Not a key", "N", true, "H.")).hasMessageContaining("key");
    }

    @Test
    void anOrderIsLegalFromBirthAndKeepsItsBytesToItself() {
        byte[] bytes = {1, 2, 3};
        DeliveryOrder order = new DeliveryOrder("A-1", "dst", bytes, 0);
        bytes[0] = 9;
        order.content()[1] = 9;
        assertThat(order.content()).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> new DeliveryOrder("lower", "dst", bytes, 0)).hasMessageContaining("\"lower\"");
        assertThatThrownBy(() -> new DeliveryOrder("A", "dst", new byte[0], 0)).hasMessageContaining("Nothing");
        assertThatThrownBy(() -> new DeliveryOrder("A", "dst", bytes, -1)).hasMessageContaining("found -1");
    }
}
