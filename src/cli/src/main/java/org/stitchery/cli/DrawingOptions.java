package org.stitchery.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for making stitches of a drawing, wherever a command takes one. */
final class DrawingOptions extends SewingOptions {

    @Option(
            names = "--width",
            paramLabel = "MM",
            description = "Width of what is drawn, in millimetres. Without it the size the drawing gives.")
    @Nullable
    Double widthMm;
}
