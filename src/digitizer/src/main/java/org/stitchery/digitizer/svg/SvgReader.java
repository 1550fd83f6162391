package org.stitchery.digitizer.svg;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * Reads XML into the light tree with the JDK's own SAX parser, hardened: no external entity, no external DTD, no
 * XInclude, low limits. A DOCTYPE as such is allowed, since drawing programs write one.
 */
final class SvgReader {

    private static final String LIMIT = "http://www.oracle.com/xml/jaxp/properties/";

    /** The drawing's own text is counted by the handler; this only bounds what entities may add. */
    private static final int ENTITY_CHARACTERS = 64_000;

    private static final int ENTITY_EXPANSIONS = 200;
    private static final int NAME_CHARACTERS = 1_000;

    private SvgReader() {}

    /** @throws IntakeException when it is not well-formed, no SVG, or over the budget */
    static SvgDocument read(byte[] xml, IntakeBudget budget, Deadline deadline, FindingList findings) {
        SvgHandler handler = new SvgHandler(budget, deadline, findings);
        try {
            XMLReader reader = parser(budget);
            reader.setContentHandler(handler);
            reader.setDTDHandler(handler);
            reader.setEntityResolver(handler);
            reader.setErrorHandler(handler);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            reader.setProperty("http://xml.org/sax/properties/declaration-handler", handler);
            reader.parse(new InputSource(new ByteArrayInputStream(xml)));
            return handler.document();
        } catch (SAXParseException e) {
            throw refusal(e);
        } catch (SAXException | IOException e) {
            throw Refusals.malformed("");
        }
    }

    private static XMLReader parser(IntakeBudget budget) throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            reader.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            reader.setProperty(LIMIT + "entityExpansionLimit", Integer.toString(ENTITY_EXPANSIONS));
            reader.setProperty(LIMIT + "totalEntitySizeLimit", Integer.toString(ENTITY_CHARACTERS));
            reader.setProperty(LIMIT + "maxGeneralEntitySizeLimit", Integer.toString(ENTITY_CHARACTERS));
            reader.setProperty(LIMIT + "maxParameterEntitySizeLimit", Integer.toString(ENTITY_CHARACTERS));
            reader.setProperty(LIMIT + "elementAttributeLimit", Integer.toString(budget.attributes()));
            reader.setProperty(LIMIT + "maxElementDepth", Integer.toString(budget.nesting() + 1));
            reader.setProperty(LIMIT + "maxXMLNameLimit", Integer.toString(NAME_CHARACTERS));
            return reader;
        } catch (ParserConfigurationException | SAXNotRecognizedException e) {
            throw new IllegalStateException("This Java's XML parser cannot be hardened: " + e.getMessage(), e);
        }
    }

    /** The JDK tells which limit was passed only in its message, by a number that is the same in every language. */
    private static IntakeException refusal(SAXParseException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("JAXP0001000")) {
            if (message.contains("JAXP00010002")) {
                return SvgHandler.tooManyAttributes();
            }
            if (message.contains("JAXP00010006")) {
                return Refusals.tooDeep();
            }
            return new IntakeException(
                    RefusalCode.E_XML_ENTITY_LIMIT,
                    "The file's entities expand beyond reason. Export the drawing as plain SVG.");
        }
        return Refusals.malformed(e.getLineNumber() > 0 ? " near line " + e.getLineNumber() : "");
    }
}
