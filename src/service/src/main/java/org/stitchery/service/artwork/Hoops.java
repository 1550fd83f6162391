package org.stitchery.service.artwork;

import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Hoop;

/**
 * The hoops a customer can choose, smallest field first. The fields are the usable ones of the common frame sizes (a
 * frame sold as 4 x 4 inch sews 100 x 100 mm), as frame makers list them; the cap field is that of a small cap driver.
 */
public final class Hoops {

    private static final List<Hoop> ALL = List.of(
            new Hoop("cap 102 x 44", 102, 44),
            new Hoop("100 x 100", 100, 100),
            new Hoop("127 x 178", 127, 178),
            new Hoop("145 x 240", 145, 240),
            new Hoop("200 x 298", 200, 298),
            new Hoop("239 x 358", 239, 358));

    private Hoops() {}

    /** All hoops, smallest field first. */
    public static List<Hoop> all() {
        return ALL;
    }

    /** The hoop of that name. */
    public static Optional<Hoop> find(String name) {
        return ALL.stream().filter(hoop -> hoop.name().equals(name)).findFirst();
    }

    /** The smallest flat hoop that holds the box: small hoops hold the cloth better. */
    public static Optional<Hoop> smallestFor(Extents extents) {
        return ALL.stream()
                .filter(hoop -> !hoop.name().startsWith("cap") && hoop.holds(extents))
                .findFirst();
    }
}
