package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Setting;

/** What a form, a list and a check rely on. */
final class DescriptionQuestions {

    private DescriptionQuestions() {}

    static void ask(DriverDescription description) {
        assertThat(description.title()).isNotBlank();
        assertThat(description.machines()).isNotEmpty().noneMatch(String::isBlank);
        assertThat(description.contractVersion()).isBetween(1, ContractVersion.CURRENT);
        assertThat(description.formats()).allMatch(format -> format.matches("[a-z0-9][a-z0-9-]*"));
        assertThat(description.formats()).doesNotHaveDuplicates();
        assertThat(description.largestBytes()).isPositive();
        assertThat(description.naming().longest()).isPositive();
        assertThat(description.naming().extension()).doesNotContain(".");
        List<String> keys = description.settings().stream().map(Setting::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        description.settings().forEach(DescriptionQuestions::ask);
        assertThat(DriverSettings.of(description.settings(), Map.of()).asMap().keySet())
                .as("defaults are legal")
                .containsExactlyInAnyOrderElementsOf(keys);
    }

    /** What is taken with some settings is some of what is taken at all. */
    static void askFormats(MachineDriver driver, DriverSettings settings) {
        assertThat(driver.formats(settings))
                .as("formats with %s", settings.asMap())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(driver.description().formats());
    }

    private static void ask(Setting setting) {
        assertThat(setting.title()).as(setting.key()).isNotBlank();
        assertThat(setting.help())
                .as("%s: help is a sentence for a technician", setting.key())
                .endsWith(".")
                .contains(" ");
        assertThat(setting.secret() && !setting.defaultValue().isEmpty())
                .as("%s: a secret has no default", setting.key())
                .isFalse();
    }

    static void ask(Capabilities capabilities) {
        assertThat(capabilities.mostInFlightBytes()).isNotNegative();
        if (capabilities.flow() == Capabilities.Flow.CHARACTER_COUNT) {
            assertThat(capabilities.mostInFlightBytes())
                    .as("counting characters needs a limit")
                    .isPositive();
        }
        if (capabilities.pause() == Control.NO) {
            assertThat(capabilities.resume())
                    .as("nobody resumes what nobody pauses")
                    .isEqualTo(Control.NO);
        }
    }
}
