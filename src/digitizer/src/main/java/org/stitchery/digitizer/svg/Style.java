package org.stitchery.digitizer.svg;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All style properties of one element, inherited ones included. Immutable. */
final class Style {

    private final String[] values;
    private final Map<String, String> variables;
    private final double fontSize;

    Style(String[] values, Map<String, String> variables, double fontSize) {
        this.values = values;
        this.variables = variables;
        this.fontSize = fontSize;
    }

    /** Before any element has spoken. */
    static Style initial() {
        String[] values = new String[Property.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Property.at(i).initial();
        }
        return new Style(values, Map.of(), Lengths.MEDIUM_FONT);
    }

    String get(Property property) {
        return values[property.ordinal()];
    }

    boolean is(Property property, String keyword) {
        return get(property).equalsIgnoreCase(keyword);
    }

    /** Custom properties, {@code --name}, in force here. */
    Map<String, String> variables() {
        return variables;
    }

    /** In user units. */
    double fontSize() {
        return fontSize;
    }

    /** A number or percentage from 0 to 1; anything else counts as 1. */
    double fraction(Property property) {
        Double value = fraction(get(property));
        return value == null ? 1 : value;
    }

    static @Nullable Double fraction(String text) {
        NumberScanner in = new NumberScanner(text.strip());
        if (!in.number()) {
            return null;
        }
        double value = in.value();
        if (in.peek() == '%') {
            value /= 100;
        }
        return Math.max(0, Math.min(1, value));
    }
}
