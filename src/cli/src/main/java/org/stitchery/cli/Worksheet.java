package org.stitchery.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * A sheet for the operator: what the design looks like, its figures, and its colours in sewing order with their needles. One
 * or more pages of A4. The same design gives the same bytes.
 */
final class Worksheet {

    /** Points, 72 to the inch. */
    private static final float MARGIN = 42;

    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float PICTURE_HEIGHT = 300;
    private static final float LINE = 14;
    private static final float SWATCH = 9;

    /** Characters of a fact's name in {@link DesignFacts#tell}, and points it gets here. */
    private static final int FACT_KEY = 15;

    private static final float FACT_INDENT = 90;

    /** Says on the error stream that the faces have no names for PostScript. Held here, or its level is forgotten. */
    private static final Logger FACES = Logger.getLogger("org.apache.fontbox");

    private final PDDocument document;
    private final PDFont plain;
    private final PDFont bold;
    private PDPageContentStream page;
    private float y;

    private Worksheet(PDDocument document) throws IOException {
        this.document = document;
        FACES.setLevel(Level.SEVERE);
        this.plain = font("housesans-regular.ttf");
        this.bold = font("housesans-bold.ttf");
        this.page = newPage();
    }

    /**
     * The sheet as PDF.
     *
     * @param png how the design will look
     * @param file where the design came from
     */
    static byte[] of(StitchPattern pattern, byte[] png, String file) {
        try (PDDocument document = new PDDocument()) {
            // Otherwise the time would be in it.
            document.setDocumentId(0L);
            Worksheet sheet = new Worksheet(document);
            sheet.write(pattern, png, file);
            sheet.page.close();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A sheet is made in memory", e);
        }
    }

    private void write(StitchPattern pattern, byte[] png, String file) throws IOException {
        line(bold, 18, 0, pattern.name().isEmpty() ? file : pattern.name());
        y -= 6;
        PDImageXObject picture = PDImageXObject.createFromByteArray(document, png, "design");
        float scale = Math.min(WIDTH / picture.getWidth(), PICTURE_HEIGHT / picture.getHeight());
        y -= picture.getHeight() * scale;
        page.drawImage(picture, MARGIN, y, picture.getWidth() * scale, picture.getHeight() * scale);
        y -= LINE;
        line(plain, 9, 0, "from " + file);
        for (String fact : facts(pattern)) {
            int value = Math.min(FACT_KEY, fact.length());
            line(plain, 9, FACT_INDENT, fact.substring(value));
            y += LINE;
            line(plain, 9, 0, fact.substring(0, value));
        }
        y -= LINE;
        line(bold, 11, 0, "Colours in sewing order");
        List<ThreadColor> threads = pattern.threads();
        for (int block = 0; block < threads.size(); block++) {
            color(block, threads.get(block), pattern.needles());
        }
        if (threads.isEmpty()) {
            line(plain, 10, 0, "The file names no threads.");
        }
    }

    private static List<String> facts(StitchPattern pattern) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new DesignFacts(pattern).tell(new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .takeWhile(line -> !line.startsWith("colours"))
                .toList();
    }

    private void color(int block, ThreadColor thread, List<Integer> needles) throws IOException {
        room();
        int rgb = thread.rgb();
        page.setNonStrokingColor((rgb >> 16 & 0xFF) / 255f, (rgb >> 8 & 0xFF) / 255f, (rgb & 0xFF) / 255f);
        page.setStrokingColor(0.4f);
        page.addRect(MARGIN, y - LINE + 3, SWATCH, SWATCH);
        page.fillAndStroke();
        page.setNonStrokingColor(0f);
        int needle = block < needles.size() ? needles.get(block) : 0;
        String words = (thread.brand() + " " + thread.code() + " " + thread.name())
                .replaceAll(" +", " ")
                .strip();
        line(
                plain,
                10,
                SWATCH + 6,
                (block + 1) + (needle > 0 ? "   needle " + needle : "") + "   " + thread.hex() + "   " + words);
    }

    private void line(PDFont font, float size, float indent, String text) throws IOException {
        room();
        y -= Math.max(LINE, size * 1.2f);
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(MARGIN + indent, y + 4);
        page.showText(printable(font, text));
        page.endText();
    }

    private void room() throws IOException {
        if (y - LINE < MARGIN) {
            page.close();
            page = newPage();
        }
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, fresh);
    }

    /** Lettering's own faces: no sheet depends on what a computer has, and they know all letters of Europe. */
    private PDFont font(String file) throws IOException {
        String resource = "/org/stitchery/digitizer/svg/" + file;
        try (InputStream in = Worksheet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The face " + resource + " is missing");
            }
            return PDType0Font.load(document, in, true);
        }
    }

    private static String printable(PDFont font, String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(c -> printable.append(isIn(font, c) ? Character.toString(c) : "?"));
        return printable.toString();
    }

    private static boolean isIn(PDFont font, int c) {
        try {
            font.encode(Character.toString(c));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
