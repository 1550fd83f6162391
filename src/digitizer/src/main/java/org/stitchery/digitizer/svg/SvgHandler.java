package org.stitchery.digitizer.svg;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding.Severity;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** Builds the light tree from SAX events: counts, keeps the elements we know, names the ones we leave out. */
final class SvgHandler extends DefaultHandler2 {

    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String SVG_PUBLIC_ID = "-//W3C//DTD SVG";
    private static final int TITLE_CHARACTERS = 200;
    private static final int NAME_CHARACTERS = 64;

    private final IntakeBudget budget;
    private final Deadline deadline;
    private final FindingList findings;
    private final UploadScreening screening;
    private final Deque<SvgElement> open = new ArrayDeque<>();
    private final Map<String, SvgElement> byId = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final StringBuilder style = new StringBuilder();
    private final StringBuilder title = new StringBuilder();
    /** Of a text, since the latest tag. */
    private final StringBuilder characters = new StringBuilder();

    private @Nullable SvgElement root;
    private int elements;
    private int kept;
    private int depth;
    /** Depth of the outermost element whose content is left out, 0 for none. */
    private int skippingFrom;

    private int textCharacters;

    SvgHandler(IntakeBudget budget, Deadline deadline, FindingList findings) {
        this.budget = budget;
        this.deadline = deadline;
        this.findings = findings;
        this.screening = new UploadScreening(findings);
    }

    SvgDocument document() {
        if (root == null) {
            throw Refusals.notSvg("a file without a drawing");
        }
        String cleaned = TextCleaner.clean(title.toString(), TITLE_CHARACTERS);
        if (!cleaned.equals(title.toString().strip())) {
            findings.about(
                    Severity.INFO,
                    FindingCode.TEXT_CLEANED,
                    "The drawing's title was shortened or cleaned of control characters.");
        }
        return new SvgDocument(root, byId, kept, style.toString(), cleaned);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        depth++;
        if (depth > budget.nesting()) {
            throw Refusals.tooDeep();
        }
        if (++elements > budget.elements()) {
            throw new IntakeException(
                    RefusalCode.E_ELEMENT_LIMIT,
                    "The drawing has more than " + budget.elements() + " elements. Simplify it or split it up.");
        }
        if (attributes.getLength() > budget.attributes()) {
            throw tooManyAttributes();
        }
        deadline.tick();
        endCharacters();
        boolean svg = uri.equals(SVG_NAMESPACE);
        if (root == null && !(svg && localName.equals("svg"))) {
            throw localName.equals("svg")
                    ? Refusals.notSvg("a file whose svg element lacks its namespace")
                    : Refusals.notSvg("another kind of XML file");
        }
        String name = nameOf(localName, attributes);
        if (skippingFrom > 0) {
            screening.skipped(svg, localName, name, attributes);
            return;
        }
        if (!svg) {
            screening.foreign(uri, name);
            skippingFrom = depth;
            return;
        }
        keep(localName, name, attributes);
    }

    private void keep(String localName, String name, Attributes attributes) {
        ElementKind kind = ElementKind.of(localName);
        screening.element(kind, localName, name, attributes);
        SvgElement parent = open.peek();
        SvgElement element = new SvgElement(kind, localName, name, kept++, parent, screening.safe(attributes));
        if (parent != null) {
            parent.add(element);
        }
        if (root == null) {
            root = element;
        }
        String id = element.attribute("id");
        if (id != null && byId.putIfAbsent(id, element) != null) {
            findings.note(
                    FindingCode.DUPLICATE_ID,
                    name,
                    "Several elements carry this id; the first one is used for references.");
        }
        open.push(element);
        if (!kind.keepsChildren()) {
            skippingFrom = depth;
        }
    }

    private String nameOf(String localName, Attributes attributes) {
        int number = numbers.merge(localName, 1, Integer::sum);
        String id = attributes.getValue("", "id");
        String cleaned = id == null ? "" : TextCleaner.clean(id, NAME_CHARACTERS);
        return cleaned.isEmpty() ? TextCleaner.clean(localName, NAME_CHARACTERS) + "[" + number + "]" : "#" + cleaned;
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        endCharacters();
        if (skippingFrom == 0 || skippingFrom == depth) {
            if (skippingFrom == 0 || keptAt(depth)) {
                open.pop();
            }
            skippingFrom = 0;
        }
        depth--;
    }

    /** Tells whether the element that ends here is itself in the tree, though its content is not. */
    private boolean keptAt(int atDepth) {
        return open.size() == atDepth;
    }

    /** What was read between two tags becomes a child of its own. */
    private void endCharacters() {
        SvgElement parent = open.peek();
        if (characters.length() > 0 && parent != null) {
            String[] text = {SvgElement.CHARACTERS, characters.toString()};
            parent.add(new SvgElement(ElementKind.CHARACTERS, "#text", parent.displayName(), kept++, parent, text));
        }
        characters.setLength(0);
    }

    /** True inside a text, links in it included. */
    private static boolean isText(SvgElement element) {
        SvgElement at = element;
        while (at != null && at.kind() == ElementKind.A) {
            at = at.parent();
        }
        return at != null && at.kind().isText();
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        SvgElement element = open.peek();
        if (element == null) {
            return;
        }
        if (skippingFrom == 0) {
            if (isText(element)) {
                text(ch, start, length);
            }
            return;
        }
        if (open.size() != skippingFrom) {
            return;
        }
        switch (element.kind()) {
            case STYLE -> {
                if (style.length() + length > budget.styleCharacters()) {
                    throw StyleSheet.tooLarge();
                }
                style.append(ch, start, length);
            }
            case TITLE -> {
                if (element.parent() == root && title.length() <= TITLE_CHARACTERS) {
                    // Enough to tell that it was longer, even after trimming.
                    title.append(ch, start, Math.min(length, 2 * TITLE_CHARACTERS));
                }
            }
            default -> {}
        }
    }

    private void text(char[] ch, int start, int length) {
        textCharacters += length;
        if (textCharacters > budget.textCharacters()) {
            throw new IntakeException(
                    RefusalCode.E_TEXT_LIMIT,
                    "The drawing has more text than could ever be sewn. Remove it or convert it to paths.");
        }
        characters.append(ch, start, length);
    }

    @Override
    public void processingInstruction(String target, String data) {
        if (target.equals("xml-stylesheet") && !data.contains("href=\"#") && !data.contains("href='#")) {
            findings.about(
                    Severity.WARNING,
                    FindingCode.EXTERNAL_REF,
                    "The drawing asks for a style sheet from elsewhere, which is never loaded."
                            + " Save the drawing with its styles inside.");
        }
    }

    @Override
    public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) {
        boolean known = publicId != null && publicId.startsWith(SVG_PUBLIC_ID);
        if (systemId != null && !known) {
            findings.about(
                    Severity.INFO,
                    FindingCode.DTD_NOT_LOADED,
                    "The drawing names a document type from elsewhere, which is never loaded.");
        }
    }

    @Override
    public void externalEntityDecl(String name, @Nullable String publicId, String systemId) {
        throw new IntakeException(
                RefusalCode.E_XML_EXTERNAL_ENTITY,
                "The file refers to text in other files, which is not allowed. Export the drawing as plain SVG.");
    }

    @Override
    public InputSource resolveEntity(
            String name, @Nullable String publicId, @Nullable String baseUri, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void error(SAXParseException e) throws SAXParseException {
        throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXParseException {
        throw e;
    }

    static IntakeException tooManyAttributes() {
        return new IntakeException(
                RefusalCode.E_ATTRIBUTE_LIMIT,
                "An element of the drawing has too many attributes. Export the drawing as plain SVG.");
    }
}
