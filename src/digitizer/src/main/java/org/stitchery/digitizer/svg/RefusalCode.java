package org.stitchery.digitizer.svg;

/** Why the intake refuses a file. The names travel to customers' programs and stay as they are. */
public enum RefusalCode {
    /** No bytes at all. */
    E_EMPTY,
    /** Something else than an SVG drawing. */
    E_NOT_SVG,
    /** Larger than the upload cap. */
    E_FILE_TOO_LARGE,
    /** Inflates to more than the cap. */
    E_INFLATE_LIMIT,
    /** A gzip stream that is cut or damaged. */
    E_BAD_GZIP,
    /** Not well-formed XML. */
    E_XML_MALFORMED,
    /** Declares an entity whose text would come from elsewhere. */
    E_XML_EXTERNAL_ENTITY,
    /** Entities that expand beyond reason. */
    E_XML_ENTITY_LIMIT,
    /** Too many elements. */
    E_ELEMENT_LIMIT,
    /** Elements, or copies of copies, nested too deeply. */
    E_DEPTH_LIMIT,
    /** Too many attributes on one element. */
    E_ATTRIBUTE_LIMIT,
    /** Too much text. */
    E_TEXT_LIMIT,
    /** Style sheets too long or with too many rules. */
    E_STYLE_LIMIT,
    /** An element that contains itself by reference. */
    E_REF_CYCLE,
    /** Too many copies by reference. */
    E_USE_LIMIT,
    /** Too many path segments or points. */
    E_SEGMENT_LIMIT,
    /** Too many dashes. */
    E_DASH_LIMIT,
    /** Too many different colours. */
    E_COLOUR_LIMIT,
    /** A coordinate, size or width beyond reason. */
    E_COORD_RANGE,
    /** A number that is none, or an empty drawing area. */
    E_BAD_GEOMETRY,
    /** The drawing is larger than any hoop. */
    E_DESIGN_TOO_LARGE,
    /** Nothing in it can be sewn. */
    E_NO_STITCHABLE,
    /** Took longer than allowed. */
    E_TIME_LIMIT
}
