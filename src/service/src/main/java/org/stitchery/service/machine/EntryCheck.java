package org.stitchery.service.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.Setting;
import org.stitchery.embroidery.model.Hoop;

/** Reads what was typed, and says beside each field what is wrong with it. */
final class EntryCheck {

    private final Map<String, String> objections = new LinkedHashMap<>();
    private final MachineEntry entry;
    private final @Nullable MachineForm form;

    EntryCheck(MachineEntry entry, DriverDescription driver) {
        this.entry = entry;
        String name = entry.get("name");
        object("name", MachineForm.nameObjection(name));
        int heads = number("heads", 1, MachineForm.MOST_HEADS);
        int needles = number("needles", 1, MachineForm.MOST_NEEDLES);
        int speed = number("stitchesPerMinute", MachineForm.SLOWEST, MachineForm.FASTEST);
        Hoop hoop = hoop();
        if (entry.get("uri").isEmpty()) {
            objections.put("uri", "Say where the machine is.");
        }
        Map<String, String> settings = settings(driver);
        List<NeedleThread> threads = threads(needles);
        form = objections.isEmpty()
                ? new MachineForm(
                        name,
                        entry.get("uri"),
                        driver.id(),
                        settings,
                        hoop,
                        heads,
                        needles,
                        threads,
                        speed,
                        entry.get("dialect"))
                : null;
    }

    /** The machine, when all fields are right. */
    Optional<MachineForm> form() {
        return Optional.ofNullable(form);
    }

    /** Sentences by field. */
    Map<String, String> objections() {
        return objections;
    }

    private Hoop hoop() {
        int width = number("hoopWidth", 1, MachineForm.LARGEST_HOOP_MM);
        int height = number("hoopHeight", 1, MachineForm.LARGEST_HOOP_MM);
        String kind = entry.get("hoopKind");
        if (!kind.matches("([a-z][a-z0-9]{0,20})?")) {
            objections.put("hoopKind", "One word in small letters, such as cap, or nothing.");
        }
        return new Hoop((kind.isEmpty() ? "" : kind + " ") + width + "x" + height, width, height);
    }

    private Map<String, String> settings(DriverDescription driver) {
        Map<String, String> settings = new TreeMap<>();
        for (Setting setting : driver.settings()) {
            String field = MachineEntry.SETTING + setting.key();
            String value = entry.fields().getOrDefault(field, setting.defaultValue());
            if (setting.secret() && value.isEmpty()) {
                continue;
            }
            if (value.isEmpty() && setting.kind() == Setting.Kind.INTEGER) {
                value = setting.defaultValue();
            }
            object(field, objection(setting, value));
            if (!value.equals(setting.defaultValue())) {
                settings.put(setting.key(), value);
            }
        }
        return settings;
    }

    private static @Nullable String objection(Setting setting, String value) {
        try {
            setting.check(value);
            return null;
        } catch (IllegalArgumentException e) {
            return switch (setting.kind()) {
                case INTEGER -> "A whole number from " + setting.min() + " to " + setting.max() + ".";
                case FLAG -> "Yes or no.";
                case CHOICE -> "One of " + String.join(", ", setting.choices()) + ".";
                case TEXT -> String.valueOf(e.getMessage());
            };
        }
    }

    private List<NeedleThread> threads(int needles) {
        List<NeedleThread> threads = new ArrayList<>();
        for (int needle = 1; needle <= needles; needle++) {
            String field = MachineEntry.THREAD + needle;
            String text = entry.get(field);
            if (text.isEmpty()) {
                continue;
            }
            int number = needle;
            ThreadText.parse(text)
                    .ifPresentOrElse(
                            thread -> threads.add(new NeedleThread(number, thread)),
                            () -> objections.put(
                                    field,
                                    "That is on none of our charts. Choose one, or write a colour and a name: #c8102e Red."));
        }
        return threads;
    }

    private int number(String field, int least, int most) {
        try {
            int number = Integer.parseInt(entry.get(field));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        objections.put(field, "A whole number from " + least + " to " + most + ".");
        return least;
    }

    private void object(String field, @Nullable String sentence) {
        if (sentence != null) {
            objections.put(field, sentence);
        }
    }
}
