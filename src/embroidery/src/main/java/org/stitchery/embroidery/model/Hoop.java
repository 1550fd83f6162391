package org.stitchery.embroidery.model;

/** A sewable field, its centre at the start position of a centred design. Sizes in millimetres. */
public record Hoop(String name, double widthMm, double heightMm) {

    public Hoop {
        if (!(widthMm > 0) || !(heightMm > 0)) {
            throw new IllegalArgumentException(
                    "Hoop " + name + " needs a positive size, got " + widthMm + " x " + heightMm);
        }
    }

    /** True when the box fits the field, wherever the box lies: the operator centres the design. */
    public boolean holds(Extents extents) {
        return extents.widthMm() <= widthMm && extents.heightMm() <= heightMm;
    }
}
