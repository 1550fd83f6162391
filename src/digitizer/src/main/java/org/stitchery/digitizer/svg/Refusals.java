package org.stitchery.digitizer.svg;

/** Refusals that more than one station makes, so that a customer reads the same sentence for the same reason. */
final class Refusals {

    private Refusals() {}

    static IntakeException outOfRange() {
        return new IntakeException(
                RefusalCode.E_COORD_RANGE,
                "The drawing has a coordinate or size far outside anything that can be sewn."
                        + " Move the drawing onto its page, remove stray objects and save it again.");
    }

    static IntakeException badNumber() {
        return new IntakeException(
                RefusalCode.E_BAD_GEOMETRY,
                "The drawing has a coordinate that is not a number."
                        + " Open it in a drawing program, repair or remove the broken object and save it again.");
    }

    static IntakeException cycle() {
        return new IntakeException(
                RefusalCode.E_REF_CYCLE,
                "The drawing has an object that contains itself by reference."
                        + " Unlink the clones in a drawing program and save it again.");
    }

    static IntakeException tooManyCopies() {
        return new IntakeException(
                RefusalCode.E_USE_LIMIT,
                "The drawing repeats its objects too often. Repeat them fewer times or order several designs.");
    }

    static IntakeException tooDeep() {
        return new IntakeException(
                RefusalCode.E_DEPTH_LIMIT,
                "The drawing nests its groups or copies too deeply. Ungroup it in a drawing program and save it again.");
    }

    static IntakeException tooManySegments() {
        return new IntakeException(
                RefusalCode.E_SEGMENT_LIMIT,
                "The drawing has too many points to be sewn. Simplify its paths in a drawing program.");
    }

    static IntakeException notSvg(String whatItIs) {
        return new IntakeException(
                RefusalCode.E_NOT_SVG, "This is not an SVG drawing but " + whatItIs + ". Export the drawing as SVG.");
    }

    static IntakeException malformed(String where) {
        return new IntakeException(
                RefusalCode.E_XML_MALFORMED,
                "The file is damaged or cut off" + where + ". Export the drawing again as SVG.");
    }
}
