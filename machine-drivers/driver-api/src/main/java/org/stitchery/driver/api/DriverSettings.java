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
            setting.check(value);
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

    /** @throws ArithmeticException when it is beyond an int */
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
}
