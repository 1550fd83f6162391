package org.stitchery.driver.api;

import java.util.List;

/**
 * One thing a technician may set.
 *
 * @param key stable, lower case with hyphens
 * @param title for the form
 * @param kind how it is entered and checked
 * @param unit shown behind the field, empty for none
 * @param defaultValue as text
 * @param help one sentence on what it does and when to change it
 * @param choices legal values of a {@link Kind#CHOICE}, otherwise empty
 * @param min smallest legal value of a {@link Kind#INTEGER}
 * @param max largest legal value of a {@link Kind#INTEGER}
 * @param secret true when it must never be shown again
 */
public record Setting(
        String key,
        String title,
        Kind kind,
        String unit,
        String defaultValue,
        String help,
        List<String> choices,
        long min,
        long max,
        boolean secret) {

    public Setting {
        choices = List.copyOf(choices);
        if (!key.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "A setting's key is lower case letters, digits and hyphens, found \"" + key + "\"");
        }
        check(key, title, kind, choices, min, max, defaultValue);
    }

    public enum Kind {
        TEXT,
        INTEGER,
        FLAG,
        CHOICE
    }

    /**
     * @throws IllegalArgumentException naming the setting, what it takes and what was found
     */
    public void check(String value) {
        check(key, title, kind, choices, min, max, value);
    }

    private static void check(
            String key, String title, Kind kind, List<String> choices, long min, long max, String value) {
        String takes = switch (kind) {
            case INTEGER -> isWithin(value, min, max) ? "" : "a whole number from " + min + " to " + max;
            case FLAG -> value.equals("true") || value.equals("false") ? "" : "true or false";
            case CHOICE -> choices.contains(value) ? "" : "one of " + choices;
            case TEXT -> "";
        };
        if (!takes.isEmpty()) {
            throw new IllegalArgumentException(
                    "Setting " + key + " (" + title + ") takes " + takes + ", found \"" + value + "\"");
        }
    }

    private static boolean isWithin(String value, long min, long max) {
        try {
            long number = Long.parseLong(value);
            return number >= min && number <= max;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public static Setting text(String key, String title, String defaultValue, String help) {
        return new Setting(key, title, Kind.TEXT, "", defaultValue, help, List.of(), 0, 0, false);
    }

    public static Setting integer(
            String key, String title, String unit, long defaultValue, long min, long max, String help) {
        return new Setting(
                key, title, Kind.INTEGER, unit, Long.toString(defaultValue), help, List.of(), min, max, false);
    }

    public static Setting flag(String key, String title, boolean defaultValue, String help) {
        return new Setting(key, title, Kind.FLAG, "", Boolean.toString(defaultValue), help, List.of(), 0, 0, false);
    }

    /** @param choices the first is the default */
    public static Setting choice(String key, String title, List<String> choices, String help) {
        return new Setting(key, title, Kind.CHOICE, "", choices.get(0), help, choices, 0, 0, false);
    }
}
