package org.stitchery.digitizer.svg;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;

/**
 * Reads a stranger's SVG, compressed or not, into {@link Artwork}.
 *
 * <p>Thread-safe. Nothing outside the given bytes is read. Time and memory are bounded by {@link IntakeBudget}; a
 * service should still call it in a process of its own, see {@link org.stitchery.digitizer.worker.WorkerPool}.
 */
public final class SvgIntake {

    private SvgIntake() {}

    /**
     * Reads one drawing.
     *
     * @param upload the file as it arrived; decided by content, whatever its name was
     * @return shapes lowest first, and findings for everything that is not drawn as in the file
     * @throws IntakeException when the file is refused
     * @throws java.util.concurrent.CancellationException when the settings' progress asked for it
     */
    public static Artwork read(byte[] upload, IntakeSettings settings) {
        return new Run(settings).read(upload);
    }

    /** Width of what is drawn, with line widths, caps and joins, cut by the boxes of clips; 0 for nothing. */
    public static double drawnWidthMm(Artwork artwork) {
        return DrawnExtents.of(artwork.shapes()).width();
    }

    /** Height of what is drawn, see {@link #drawnWidthMm}. */
    public static double drawnHeightMm(Artwork artwork) {
        return DrawnExtents.of(artwork.shapes()).height();
    }

    /** One reading. */
    private static final class Run {

        private final IntakeSettings settings;
        private final IntakeBudget budget;
        private final Deadline deadline;
        private final FindingList findings = new FindingList();

        Run(IntakeSettings settings) {
            this.settings = settings;
            this.budget = settings.budget();
            this.deadline = new Deadline(CpuClock::nanos, budget.cpuTime(), settings.progress());
        }

        Artwork read(byte[] upload) {
            byte[] xml = UploadBytes.toXml(upload, budget);
            SvgDocument document = SvgReader.read(xml, budget, deadline, findings);
            deadline.reach(0.3);
            StyleSheet sheet = StyleSheet.read(document.styleText(), budget.styleRules(), findings);
            Colors colors = new Colors();
            StyleCascade cascade = new StyleCascade(sheet, document.elementCount(), colors, findings);
            Drawing drawing = new Drawing(
                    document,
                    cascade,
                    colors,
                    new FontBook(sheet.fontFaces(), deadline::check),
                    new CopyGuard(document.elementCount(), budget, deadline),
                    budget,
                    deadline,
                    findings);
            Style style = cascade.style(document.root(), Style.initial());
            PageLayout layout = PageLayout.of(document.root(), style, findings);
            double mmPerPixel = mmPerPixel(layout);
            List<DrawnShape> drawn = draw(drawing, layout, mmPerPixel);
            deadline.reach(0.6);
            if (drawn.isEmpty()) {
                throw nothingToSew();
            }
            countColors(drawn, drawing.guard().bands());
            return finish(drawn, layout, mmPerPixel, document.title());
        }

        /** As drawn, CSS's own; when a width is wanted, a page about as wide, so that limits mean what they say. */
        private double mmPerPixel(PageLayout layout) {
            if (settings.widthMm().isPresent() && layout.isKnown()) {
                return settings.widthMm().getAsDouble() / Math.max(layout.widthPx(), layout.heightPx());
            }
            Box page = layout.box(Lengths.MM_PER_PX);
            if (page != null && Math.max(page.width(), page.height()) > budget.designMm()) {
                throw tooLarge();
            }
            return Lengths.MM_PER_PX;
        }

        private List<DrawnShape> draw(Drawing drawing, PageLayout layout, double mmPerPixel) {
            SvgElement root = drawing.document().root();
            Matrix toPage = Matrix.scaling(mmPerPixel, mmPerPixel).times(layout.toPixels());
            Style style = drawing.cascade().style(root, Style.initial());
            Lengths lengths = new Lengths(layout.userWidth(), layout.userHeight(), style.fontSize());
            toPage = toPage.times(drawing.transform(root, style, lengths));
            Place place = new Place(
                    toPage, Style.initial(), 1, layout.userWidth(), layout.userHeight(), mmPerPixel, null, null);
            return new DrawingWalker(drawing).drawRoot(root, place);
        }

        private void countColors(List<DrawnShape> drawn, int ofGradients) {
            Set<Integer> colors = new HashSet<>();
            for (DrawnShape shape : drawn) {
                if (shape.fill() != null) {
                    colors.add(shape.fill().rgb());
                }
                if (shape.stroke() != null) {
                    colors.add(shape.stroke().ink().rgb());
                }
            }
            if (colors.size() - ofGradients > budget.colours()) {
                throw new IntakeException(
                        RefusalCode.E_COLOUR_LIMIT,
                        "The drawing has " + colors.size() + " different colours, more than " + budget.colours()
                                + ". Reduce its colours in a drawing program.");
            }
        }

        private Artwork finish(List<DrawnShape> drawn, PageLayout layout, double mmPerPixel, String title) {
            Box hull = Box.EMPTY;
            for (DrawnShape shape : drawn) {
                Box box = shape.hull();
                if (!box.isEmpty()) {
                    hull = hull.union(box);
                }
            }
            Box page = layout.box(mmPerPixel);
            if (settings.widthMm().isEmpty()) {
                if (Math.max(hull.width(), hull.height()) > budget.designMm()) {
                    throw tooLarge();
                }
                return artwork(drawn, 1, page, hull, title);
            }
            double wanted = settings.widthMm().getAsDouble();
            Box seen = page == null ? hull : hull.intersection(page);
            double scale = seen.width() > 0 ? wanted / seen.width() : 1;
            checkScale(scale, seen, hull);
            // The hull is never too small; what is really seen is known only once curves are flat and lines have width.
            Box extents =
                    DrawnExtents.of(finisher(scale, page, new FindingList()).finish(drawn));
            if (!(extents.width() > 1e-6 * wanted)) {
                throw nothingToSew();
            }
            double exact = scale * wanted / extents.width();
            checkScale(exact, seen, hull);
            return artwork(drawn, exact, page, hull, title);
        }

        private void checkScale(double scale, Box seen, Box hull) {
            if (!(seen.height() * scale <= budget.designMm())) {
                throw tooLarge();
            }
            double furthest = Math.max(
                    Math.max(Math.abs(hull.minX()), Math.abs(hull.maxX())),
                    Math.max(Math.abs(hull.minY()), Math.abs(hull.maxY())));
            if (!(furthest * scale <= budget.coordinateMm())) {
                throw Refusals.outOfRange();
            }
        }

        private Finisher finisher(double scale, @Nullable Box page, FindingList into) {
            Box scaled = page == null ? null : scaled(page, scale);
            return new Finisher(Matrix.scaling(scale, scale), scaled, budget, deadline, into);
        }

        private static Box scaled(Box box, double scale) {
            return new Box(box.minX() * scale, box.minY() * scale, box.maxX() * scale, box.maxY() * scale);
        }

        private Artwork artwork(List<DrawnShape> drawn, double scale, @Nullable Box page, Box hull, String title) {
            List<ArtworkShape> shapes = finisher(scale, page, findings).finish(drawn);
            deadline.reach(0.8);
            if (shapes.isEmpty()) {
                throw nothingToSew();
            }
            shapes = new SeeThrough(findings, deadline).resolved(shapes);
            deadline.reach(1);
            Box whole = page == null ? scaled(hull.union(Box.ofSize(0, 0, 0, 0)), scale) : scaled(page, scale);
            return new Artwork(whole.maxX(), whole.maxY(), shapes, findings.toList(scale), title);
        }

        private static IntakeException tooLarge() {
            return new IntakeException(
                    RefusalCode.E_DESIGN_TOO_LARGE,
                    "The drawing is larger than anything that can be sewn. Choose a smaller size, or remove what"
                            + " lies far outside the page.");
        }

        private IntakeException nothingToSew() {
            String hint = findings.has(FindingCode.LETTERS_MISSING) || findings.has(FindingCode.TEXT_NOT_SEWN)
                    ? "Its text must be converted to paths in a drawing program first."
                    : findings.has(FindingCode.EMBEDDED_IMAGE)
                            ? "Its embedded picture must be traced to paths in a drawing program first."
                            : "Check that its shapes are visible and lie on the page.";
            return new IntakeException(
                    RefusalCode.E_NO_STITCHABLE, "The drawing has nothing that can be sewn. " + hint);
        }
    }
}
