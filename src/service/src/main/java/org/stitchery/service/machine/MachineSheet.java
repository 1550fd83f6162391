package org.stitchery.service.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Setting;
import org.stitchery.embroidery.dialect.Dialects;

/**
 * The form of a machine as it is shown.
 *
 * @param machine as it is, null for a new one
 * @param driver the chosen driver
 * @param examples addresses it could work at
 * @param capabilities what it can do with the settings of the form, or its usual ones while those are wrong
 * @param evidence what delivered means
 * @param entry what stands in the fields
 * @param settings the driver's own fields
 * @param needles one row for each needle there can be
 * @param objections what is wrong, by field
 * @param tried how the line was found, null when nobody tried
 */
record MachineSheet(
        @Nullable MachineView machine,
        DriverDescription driver,
        List<AddressExample> examples,
        List<CapabilityWords.Line> capabilities,
        String evidence,
        MachineEntry entry,
        List<SettingField> settings,
        List<NeedleRow> needles,
        Map<String, String> objections,
        LineTrial.@Nullable Finding tried) {

    /** The field of objections that belong to none. */
    static final String WHOLE = "whole";

    /**
     * A setting with what stands in it. Of a secret nothing is shown, only whether there is one.
     *
     * @param kept true when a secret is stored
     */
    record SettingField(
            Setting setting,
            String value,
            boolean kept,
            @Nullable String objection) {

        public String field() {
            return MachineEntry.SETTING + setting.key();
        }

        public String kind() {
            return setting.secret() ? "SECRET" : setting.kind().name();
        }

        public boolean on() {
            return Boolean.parseBoolean(value);
        }

        /** What it is while nobody touches it, in words; empty for a field that is empty then. */
        public String usual() {
            if (setting.secret() || setting.defaultValue().isEmpty()) {
                return "";
            }
            return switch (setting.kind()) {
                case FLAG -> Boolean.parseBoolean(setting.defaultValue()) ? "Usually on." : "Usually off.";
                case INTEGER ->
                    "Usually " + setting.defaultValue() + "; from " + setting.min() + " to " + setting.max() + ".";
                case CHOICE, TEXT -> "Usually " + setting.defaultValue() + ".";
            };
        }
    }

    /**
     * One needle.
     *
     * @param color of the thread on it as #rrggbb, null for none
     * @param there false for a needle the machine does not have
     */
    record NeedleRow(
            int number,
            String text,
            @Nullable String color,
            boolean there,
            @Nullable String objection) {

        public String field() {
            return MachineEntry.THREAD + number;
        }
    }

    static MachineSheet of(
            @Nullable MachineView machine,
            MachineDriver driver,
            MachineEntry entry,
            Map<String, String> objections,
            LineTrial.@Nullable Finding tried) {
        DriverDescription description = driver.description();
        Capabilities can = capabilities(driver, entry);
        boolean sameDriver = machine != null && machine.driverId().equals(description.id());
        return new MachineSheet(
                machine,
                description,
                AddressExample.of(driver),
                CapabilityWords.of(can),
                CapabilityWords.evidence(can),
                entry,
                description.settings().stream()
                        .map(setting -> field(setting, entry, objections, sameDriver ? machine : null))
                        .toList(),
                rows(entry, objections),
                objections,
                tried);
    }

    /** A dialect to choose. */
    record DialectChoice(String id, String title, boolean chosen) {}

    /** What machines want of files in the formats of the driver. */
    public List<DialectChoice> dialects() {
        return Dialects.BUILT_IN.all().stream()
                .filter(dialect -> driver.formats().contains(dialect.format().id()))
                .map(dialect -> new DialectChoice(
                        dialect.id(),
                        dialect.format().id() + ": " + dialect.title(),
                        dialect.id().equals(entry.get("dialect"))))
                .toList();
    }

    public String title() {
        return machine == null ? "A new machine" : machine.name();
    }

    /** Where the form goes. */
    public String action() {
        return machine == null ? "/machines" : "/machines/" + machine.id();
    }

    public List<String> threads() {
        return ThreadText.choices();
    }

    /** What is wrong with the field, or null. */
    public @Nullable String objection(String field) {
        return objections.get(field);
    }

    public int mostNeedles() {
        return MachineForm.MOST_NEEDLES;
    }

    private static Capabilities capabilities(MachineDriver driver, MachineEntry entry) {
        List<Setting> known = driver.description().settings();
        Map<String, String> given = new java.util.TreeMap<>();
        for (Setting setting : known) {
            String value = entry.fields().get(MachineEntry.SETTING + setting.key());
            if (value != null) {
                given.put(setting.key(), value);
            }
        }
        try {
            return driver.capabilities(DriverSettings.of(known, given));
        } catch (IllegalArgumentException e) {
            return driver.capabilities(DriverSettings.of(known, Map.of()));
        }
    }

    private static SettingField field(
            Setting setting, MachineEntry entry, Map<String, String> objections, @Nullable MachineView machine) {
        String field = MachineEntry.SETTING + setting.key();
        String value = setting.secret() ? "" : entry.fields().getOrDefault(field, setting.defaultValue());
        boolean kept = machine != null && machine.secretsKept().contains(setting.key());
        return new SettingField(setting, value, setting.secret() && kept, objections.get(field));
    }

    private static List<NeedleRow> rows(MachineEntry entry, Map<String, String> objections) {
        int there;
        try {
            there = Integer.parseInt(entry.get("needles"));
        } catch (NumberFormatException e) {
            there = 1;
        }
        List<NeedleRow> rows = new ArrayList<>();
        for (int needle = 1; needle <= MachineForm.MOST_NEEDLES; needle++) {
            String text = entry.get(MachineEntry.THREAD + needle);
            Optional<String> color =
                    text.isEmpty() ? Optional.empty() : ThreadText.parse(text).map(thread -> thread.hex());
            rows.add(new NeedleRow(
                    needle, text, color.orElse(null), needle <= there, objections.get(MachineEntry.THREAD + needle)));
        }
        return rows;
    }
}
