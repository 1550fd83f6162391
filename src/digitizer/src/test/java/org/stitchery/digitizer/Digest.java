package org.stitchery.digitizer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;

/** SHA-256 of all that digitizing a drawing gives: {@code Digest FILE.svg} prints it. */
final class Digest {

    private static final double WIDTH_MM = 60;

    private Digest() {}

    public static void main(String[] args) {
        System.out.println(of(Path.of(args[0])));
    }

    /** Of every needle point and command, threads, origin and findings, at 60 mm width. */
    static String of(Path svg) {
        try {
            Artwork artwork = SvgIntake.read(Files.readAllBytes(svg), IntakeSettings.toWidth(WIDTH_MM));
            DigitizeSettings settings = new DigitizeSettings(
                    "digest", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
            Digitized digitized = new Digitizer().digitize(artwork, settings, Progress.NONE);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StitchPattern pattern = digitized.pattern();
            for (int i = 0; i < pattern.size(); i++) {
                digest.update(ByteBuffer.allocate(9)
                        .putInt(pattern.x(i))
                        .putInt(pattern.y(i))
                        .put((byte) pattern.command(i).ordinal())
                        .flip());
            }
            String rest = pattern.threads().stream().map(ThreadColor::hex).toList() + " " + digitized.originXMm() + " "
                    + digitized.originYMm() + " " + digitized.findings();
            digest.update(rest.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
