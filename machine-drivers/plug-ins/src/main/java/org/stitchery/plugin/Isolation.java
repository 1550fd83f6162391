package org.stitchery.plugin;

/** Where a plug-in's code runs. The owner decides, not the JAR. */
public enum Isolation {
    /** In a process of its own for each machine. What every allowed JAR gets. */
    OWN_PROCESS,
    /** In our own process, in a class loader of its own. What a trusted JAR gets: faster, and able to take us down. */
    IN_HOUSE
}
