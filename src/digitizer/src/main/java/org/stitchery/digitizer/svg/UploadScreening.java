package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;

/** Looks at every element and attribute on the way in and names what is left out: links, scripts, strange elements. */
final class UploadScreening {

    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
    private static final String XLINK_NAMESPACE = "http://www.w3.org/1999/xlink";

    /** Namespaces in which drawing programs keep notes to themselves; they never draw anything. */
    private static final Set<String> EDITORS = Set.of(
            "http://www.inkscape.org/namespaces/inkscape",
            "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://creativecommons.org/ns#",
            "http://web.resource.org/cc/",
            "http://purl.org/dc/elements/1.1/",
            "http://www.serif.com/",
            "http://www.bohemiancoding.com/sketch/ns",
            "http://www.figma.com/figma/ns",
            "http://vectornator.io",
            "https://boxy-svg.com",
            "http://www.corel.com/coreldraw/odm/2003",
            HintReader.NAMESPACE);

    private static final String ADOBE = "http://ns.adobe.com/";

    private final FindingList findings;

    UploadScreening(FindingList findings) {
        this.findings = findings;
    }

    /** An element of the SVG namespace outside anything skipped. */
    void element(ElementKind kind, String localName, String name, Attributes attributes) {
        if (kind == ElementKind.OTHER) {
            unknown(localName, name);
        }
        links(kind == ElementKind.A, name, attributes);
        animationTarget(name, attributes);
        active(name, attributes);
    }

    /** An element inside one whose content is left out. */
    void skipped(boolean svg, String localName, String name, Attributes attributes) {
        if (!svg) {
            return;
        }
        links(localName.equals("a"), name, attributes);
        if (ElementKind.isActive(localName) || ElementKind.isAnimation(localName)) {
            unknown(localName, name);
            animationTarget(name, attributes);
        }
    }

    /** An element of another namespace. */
    void foreign(String uri, String name) {
        if (EDITORS.contains(uri) || uri.startsWith(ADOBE)) {
            return;
        }
        findings.note(FindingCode.UNSUPPORTED_ELEMENT, name, "This element does not belong to SVG and is left out.");
    }

    private void unknown(String localName, String name) {
        if (ElementKind.isActive(localName)) {
            findings.warn(FindingCode.ACTIVE_CONTENT, name, "Scripts are never run; this one is left out.");
        } else if (ElementKind.isAnimation(localName)) {
            findings.note(
                    FindingCode.ANIMATION, name, "Animations cannot be sewn; the drawing is taken as it stands still.");
        } else if (!ElementKind.isSilent(localName)) {
            findings.warn(
                    FindingCode.UNSUPPORTED_ELEMENT,
                    name,
                    "This kind of element is not sewn. Convert it to paths in a drawing program.");
        }
    }

    private void links(boolean anchor, String name, Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            String value = attributes.getValue(i);
            if (isReference(attributes, i)) {
                if (anchor) {
                    if (value.strip().toLowerCase(Locale.ROOT).startsWith("javascript")) {
                        findings.warn(FindingCode.ACTIVE_CONTENT, name, "Scripts are never run; this one is left out.");
                    }
                } else if (References.isData(value)) {
                    embedded(name);
                } else if (References.isExternal(value)) {
                    external(name);
                }
            } else {
                for (String url : References.urls(value)) {
                    if (References.isExternal(url)) {
                        external(name);
                    }
                }
            }
        }
    }

    private static boolean isReference(Attributes attributes, int i) {
        String uri = attributes.getURI(i);
        return attributes.getLocalName(i).equals("href") && (uri.isEmpty() || uri.equals(XLINK_NAMESPACE));
    }

    private void external(String name) {
        findings.warn(
                FindingCode.EXTERNAL_REF,
                name,
                "This refers to something outside the file, which is never loaded. Embed it into the drawing.");
    }

    private void embedded(String name) {
        findings.warn(
                FindingCode.EMBEDDED_IMAGE,
                name,
                "Embedded pictures and files are not sewn. Trace the picture to paths in a drawing program.");
    }

    /** Animations may set references. */
    private void animationTarget(String name, Attributes attributes) {
        String target = attributes.getValue("", "attributeName");
        if (target == null || !target.endsWith("href")) {
            return;
        }
        for (String attribute : List.of("to", "from", "by", "values")) {
            String value = attributes.getValue("", attribute);
            if (value != null && References.isExternal(value)) {
                external(name);
            }
        }
    }

    private void active(String name, Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (isHandler(attributes, i)) {
                findings.warn(FindingCode.ACTIVE_CONTENT, name, "Scripts are never run; this one is left out.");
            }
        }
    }

    private static boolean isHandler(Attributes attributes, int i) {
        return attributes.getURI(i).isEmpty()
                && attributes.getLocalName(i).length() > 2
                && attributes.getLocalName(i).regionMatches(true, 0, "on", 0, 2);
    }

    /** The attributes worth keeping: no handlers, references under {@code href}, of other namespaces only a known few. */
    String[] safe(Attributes attributes) {
        List<String> kept = new ArrayList<>(2 * attributes.getLength());
        String plainHref = attributes.getValue("", "href");
        for (int i = 0; i < attributes.getLength(); i++) {
            boolean plain = attributes.getURI(i).isEmpty();
            boolean link = plainHref == null && isReference(attributes, i);
            if ((plain || link) && !isHandler(attributes, i)) {
                kept.add(attributes.getLocalName(i));
                kept.add(attributes.getValue(i));
            } else if (attributes.getURI(i).equals(XML_NAMESPACE)
                    && attributes.getLocalName(i).equals("space")) {
                kept.add("xml:space");
                kept.add(attributes.getValue(i));
            } else if (attributes.getURI(i).equals(HintReader.NAMESPACE)
                    && HintReader.NAMES.contains(attributes.getLocalName(i))) {
                kept.add(HintReader.PREFIX + attributes.getLocalName(i));
                kept.add(attributes.getValue(i));
            }
        }
        return kept.toArray(new String[0]);
    }
}
