package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding.Severity;

/** Decides which of the competing declarations of an element win, and what it inherits. One per document. */
final class StyleCascade {

    private static final int VARIABLE_DEPTH = 8;
    private static final int VALUE_CHARACTERS = 10_000;

    private final StyleSheet sheet;
    private final Colors colors;
    private final FindingList findings;
    /** By element index, since copies of copies ask again and again. */
    private final @Nullable Declared[] declared;

    /** The winning declarations of one element, by property; null where there is none. */
    private record Declared(@Nullable String[] values, Map<String, String> variables) {}

    StyleCascade(StyleSheet sheet, int elementCount, Colors colors, FindingList findings) {
        this.sheet = sheet;
        this.declared = new Declared[elementCount];
        this.colors = colors;
        this.findings = findings;
    }

    /** The element's style under that of its parent, or of the element that uses it. */
    Style style(SvgElement element, Style parent) {
        Declared own = declared[element.index()];
        if (own == null) {
            own = declare(element);
            declared[element.index()] = own;
        }
        Map<String, String> variables = parent.variables();
        if (!own.variables.isEmpty()) {
            variables = new HashMap<>(parent.variables());
            variables.putAll(own.variables);
        }
        String[] values = new String[Property.count()];
        for (int i = 0; i < values.length; i++) {
            Property property = Property.at(i);
            String value = own.values[i];
            if (value != null && value.contains("var(")) {
                value = substituted(value, variables, 0);
                if (value != null && (property.isPaint() || property.isColor()) && !valid(property, value)) {
                    value = null;
                }
            }
            values[i] = computed(property, value, parent);
        }
        double fontSize = Lengths.fontSize(values[Property.FONT_SIZE.ordinal()], parent.fontSize());
        // Relative sizes are relative to the parent's only once.
        values[Property.FONT_SIZE.ordinal()] = fontSize + "px";
        return new Style(values, variables, fontSize);
    }

    private static String computed(Property property, @Nullable String value, Style parent) {
        if (value == null || value.equalsIgnoreCase("unset") || value.equalsIgnoreCase("revert")) {
            return property.isInherited() ? parent.get(property) : property.initial();
        }
        if (value.equalsIgnoreCase("inherit")) {
            return parent.get(property);
        }
        return value.equalsIgnoreCase("initial") ? property.initial() : value;
    }

    private Declared declare(SvgElement element) {
        @Nullable String[] values = new @Nullable String[Property.count()];
        Map<String, String> variables = new HashMap<>(0);
        for (int i = 0; i < element.attributeCount(); i++) {
            Property property = Property.of(element.attributeName(i));
            if (property != null && property != Property.TRANSFORM) {
                put(values, property, element.attributeValue(i).strip(), element);
            }
        }
        List<StyleSheet.Rule> rules = sheet.matching(element);
        String style = element.attribute("style");
        List<CssBlock.Declaration> own = style == null
                ? List.of()
                : CssBlock.read(
                        style.contains("/*") ? style.replaceAll("(?s)/\\*.*?(\\*/|$)", " ") : style, this::broken);
        for (boolean important : new boolean[] {false, true}) {
            for (StyleSheet.Rule rule : rules) {
                apply(rule.declarations(), important, values, variables, element);
            }
            apply(own, important, values, variables, element);
        }
        return new Declared(values, variables);
    }

    private void apply(
            List<CssBlock.Declaration> declarations,
            boolean important,
            @Nullable String[] values,
            Map<String, String> variables,
            SvgElement element) {
        for (CssBlock.Declaration declaration : declarations) {
            if (declaration.important() != important) {
                continue;
            }
            String name = declaration.name();
            if (name.startsWith("--")) {
                variables.put(name, declaration.value());
            } else if (name.equals("marker")) {
                put(values, Property.MARKER_START, declaration.value(), element);
                put(values, Property.MARKER_MID, declaration.value(), element);
                put(values, Property.MARKER_END, declaration.value(), element);
            } else if (name.equals("font")) {
                font(values, declaration.value(), element);
            } else {
                Property property = Property.of(name);
                if (property != null) {
                    put(values, property, declaration.value(), element);
                }
            }
        }
    }

    /** All of a font in one: style and weight, then the size with or without the height of lines, then families. */
    private void font(@Nullable String[] values, String value, SvgElement element) {
        String rest = value.strip();
        while (!rest.isEmpty()) {
            String[] parts = rest.split("\\s+", 2);
            String word = parts[0];
            rest = parts.length > 1 ? parts[1] : "";
            NumberScanner in = new NumberScanner(word);
            if (in.number() && !in.unit().isEmpty()) {
                put(values, Property.FONT_SIZE, word.split("/", 2)[0], element);
                put(values, Property.FONT_FAMILY, rest, element);
                return;
            }
            if (FontBook.isSlanted(word)) {
                put(values, Property.FONT_STYLE, word, element);
            } else if (FontBook.isBold(word)) {
                put(values, Property.FONT_WEIGHT, word, element);
            }
        }
    }

    /** An invalid value counts as if it had not been written; for colours, which are seen most, a person is told. */
    private void put(@Nullable String[] values, Property property, String value, SvgElement element) {
        if ((property.isPaint() || property.isColor()) && !value.contains("var(") && !valid(property, value)) {
            findings.warn(
                    FindingCode.UNSUPPORTED_PAINT,
                    element.displayName(),
                    "A colour of this element cannot be read and is left out. Give it a plain colour.");
            return;
        }
        values[property.ordinal()] = value;
    }

    private boolean valid(Property property, String value) {
        return switch (value) {
            case "inherit", "initial", "unset", "revert" -> true;
            default -> property.isPaint() ? colors.paint(value) != null : colors.isColor(value);
        };
    }

    /** Replaces {@code var(--name, otherwise)}; null when a name is unknown and nothing else is offered. */
    private static @Nullable String substituted(String value, Map<String, String> variables, int depth) {
        int at = value.indexOf("var(");
        if (at < 0) {
            return value;
        }
        if (depth >= VARIABLE_DEPTH || value.length() > VALUE_CHARACTERS) {
            return null;
        }
        int end = at + 4;
        int nested = 1;
        while (end < value.length() && nested > 0) {
            char c = value.charAt(end++);
            nested += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        String inside = value.substring(at + 4, nested == 0 ? end - 1 : end);
        int comma = inside.indexOf(',');
        String name = (comma < 0 ? inside : inside.substring(0, comma)).strip();
        String replacement = variables.get(name);
        if (replacement == null) {
            if (comma < 0) {
                return null;
            }
            replacement = inside.substring(comma + 1).strip();
        }
        return substituted(value.substring(0, at) + replacement + value.substring(end), variables, depth + 1);
    }

    private void broken() {
        findings.about(
                Severity.WARNING,
                FindingCode.UNSUPPORTED_STYLE,
                "Some styles of the drawing are broken and are left out; colours may differ.");
    }
}
