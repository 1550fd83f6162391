package org.stitchery.simulator.gcode;

/** What is built onto a controller to make the needle go down, and what cuts the thread. */
public enum NeedleDrive {
    /** The Z axis turns the main shaft: every 5 mm upwards are one turn. A coolant or fan output cuts. */
    SHAFT,
    /** A servo pushes the needle. A coolant or fan output cuts. */
    SERVO,
    /** A pulse on the coolant output makes one stitch; nothing cuts. */
    TRIGGER
}
