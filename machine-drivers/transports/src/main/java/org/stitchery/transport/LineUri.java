package org.stitchery.transport;

/** Where a machine at the end of a line is. */
public sealed interface LineUri extends MachineUri permits SerialUri, NetworkLine, PipeUri {

    /**
     * @throws IllegalArgumentException saying what was expected and what was found
     */
    static LineUri parse(String text) {
        if (MachineUri.parse(text) instanceof LineUri line) {
            return line;
        }
        throw new IllegalArgumentException(
                "Expected a line, serial:/dev/..., tcp://host:port, rfc2217://host:port or pipe:/program, found \""
                        + text + "\"");
    }

    /** What the line carries at most. */
    int bytesPerSecond();
}
