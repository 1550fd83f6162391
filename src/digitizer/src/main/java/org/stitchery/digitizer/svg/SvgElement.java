package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One element of the light tree: a kind, attributes, children. Filled while reading, unchanged afterwards. */
final class SvgElement {

    /** Under this name {@link ElementKind#CHARACTERS} hold what they are. */
    static final String CHARACTERS = "#text";

    private final ElementKind kind;
    private final String localName;
    private final String displayName;
    private final int index;
    private final @Nullable SvgElement parent;
    private final String[] attributes;
    private final List<SvgElement> children = new ArrayList<>(0);

    /**
     * @param displayName how findings name it
     * @param index position in document order, from 0
     * @param attributes names and values in turn
     */
    SvgElement(
            ElementKind kind,
            String localName,
            String displayName,
            int index,
            @Nullable SvgElement parent,
            String[] attributes) {
        this.kind = kind;
        this.localName = localName;
        this.displayName = displayName;
        this.index = index;
        this.parent = parent;
        this.attributes = attributes;
    }

    ElementKind kind() {
        return kind;
    }

    String localName() {
        return localName;
    }

    String displayName() {
        return displayName;
    }

    int index() {
        return index;
    }

    @Nullable
    SvgElement parent() {
        return parent;
    }

    List<SvgElement> children() {
        return children;
    }

    void add(SvgElement child) {
        children.add(child);
    }

    int attributeCount() {
        return attributes.length / 2;
    }

    String attributeName(int i) {
        return attributes[2 * i];
    }

    String attributeValue(int i) {
        return attributes[2 * i + 1];
    }

    /** The attribute's value, null when it is not there. References are under {@code href} in either spelling. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i].equals(name)) {
                return attributes[i + 1];
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }
}
