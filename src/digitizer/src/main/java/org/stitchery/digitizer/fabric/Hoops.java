package org.stitchery.digitizer.fabric;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.model.Hoop;

/**
 * Sewing fields in common use, smallest first. A frame's name is not its field: the fields are those machine makers print
 * for their frames (Kimberbell's table of sewing fields; Instacustoms for the cap frame).
 */
public final class Hoops {

    private static final List<Hoop> ALL = List.of(
            new Hoop("cap 102x44", 102, 44),
            new Hoop("100x100", 100, 100),
            new Hoop("130x180", 130, 180),
            new Hoop("145x240", 145, 240),
            new Hoop("200x200", 200, 200),
            new Hoop("200x300", 200, 300),
            new Hoop("240x360", 240, 360),
            new Hoop("360x200", 360, 200),
            new Hoop("400x450", 400, 450));

    private Hoops() {}

    /** All of them, smallest first. */
    public static List<Hoop> all() {
        return ALL;
    }

    /** The hoop of a name such as {@code 130x180}. */
    public static Optional<Hoop> named(String name) {
        return ALL.stream().filter(hoop -> hoop.name().equals(name)).findFirst();
    }

    /** What is assumed when nobody chose. */
    public static Hoop standard() {
        return ALL.get(2);
    }

    /** The smallest field a design of this size fits, sides as they are; smaller frames hold the cloth better. */
    public static Optional<Hoop> smallestFor(double widthMm, double heightMm) {
        return ALL.stream()
                .filter(hoop -> !hoop.name().startsWith("cap"))
                .filter(hoop -> widthMm <= hoop.widthMm() && heightMm <= hoop.heightMm())
                .findFirst();
    }
}
