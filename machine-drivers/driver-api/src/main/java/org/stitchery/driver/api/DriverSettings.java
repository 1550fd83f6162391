package org.stitchery.driver.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values for a driver's {@link Setting}s, complete and legal from birth. */
public final class DriverSettings {

    private final Map<String, String> values;

    private DriverSettings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Fills in defaults and checks every value.
     *
     * @param given values by key; keys that are missing take their default
     * @throws IllegalArgumentException naming the setting, what was expected and what was found
     */
    public static DriverSettings of(List<Setting> known, Map<String, String> given) {
        Map<String, String> complete = new TreeMap<>();
        for (Setting setting : known) {
            String value = given.getOrDefault(setting.key(), setting.defaultValue());
            check(setting, value);
            complete.put(setting.key(), value);
        }
        for (String key : given.keySet()) {
            if (!complete.containsKey(key)) {
                throw new IllegalArgumentException("No setting \"" + key + "\"; known are " + complete.keySet());
            }
        }
        return new DriverSettings(Collections.unmodifiableMap(complete));
    }

    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("No setting \"" + key + "\"; known are " + values.keySet());
        }
        return value;
    }

    public int integer(String key) {
        return Math.toIntExact(Long.parseLong(text(key)));
    }

    public boolean flag(String key) {
        return Boolean.parseBoolean(text(key));
    }

    /** All values by key, sorted. */
    public Map<String, String> asMap() {
        return values;
    }

    private static void check(Setting setting, String value) {
        switch (setting.kind()) {
            case INTEGER -> {
                long number;
                try {
                    number = Long.parseLong(value);
                } catch (NumberFormatException e) {
                    throw wrong(setting, "a whole number", value);
                }
                if (number < setting.min() || number > setting.max()) {
                    throw wrong(setting, "a number from " + setting.min() + " to " + setting.max(), value);
                }
            }
            case FLAG -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw wrong(setting, "true or false", value);
                }
            }
            case CHOICE -> {
                if (!setting.choices().contains(value)) {
                    throw wrong(setting, "one of " + setting.choices(), value);
                }
            }
            case TEXT -> {}
        }
    }

    private static IllegalArgumentException wrong(Setting setting, String expected, String found) {
        return new IllegalArgumentException("Setting " + setting.key() + " (" + setting.title() + ") takes " + expected
                + ", found \"" + found + "\"");
    }
}
