package org.stitchery.embroidery.format.eltac;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.dst.TernaryFormat;
import org.stitchery.embroidery.format.record.Extensions;

/** Eltac EXY. Written with an empty header. */
public final class ExyFormat extends TernaryFormat {

    /** The one instance. */
    public static final ExyFormat EXY = new ExyFormat();

    private static final int HEADER = 0x100;

    private ExyFormat() {
        super("exy", "Eltac EXY", endings(), HEADER, true);
    }

    private static List<String> endings() {
        List<String> endings = new ArrayList<>(List.of("exy"));
        endings.addAll(Extensions.numbered("e", 0, 99, 0));
        return endings;
    }
}
