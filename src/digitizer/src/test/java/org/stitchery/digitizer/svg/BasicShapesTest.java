package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.Contour;

class BasicShapesTest {

    @Test
    void aRectangleIsFourCornersClosed() {
        assertThat(Svg.contours("<rect x='1' y='2' width='3' height='4'/>")).isEqualTo("1 2, 4 2, 4 6, 1 6 closed");
    }

    @Test
    void aRoundedRectangleTakesTheMissingRadiusFromTheOtherAndNeverMoreThanHalfTheSide() {
        Contour pill =
                Svg.only("<rect width='20' height='10' rx='30'/>").contours().get(0);
        for (int i = 0; i < pill.size(); i++) {
            double dx = Math.abs(pill.x(i) - 10) / 10;
            double dy = Math.abs(pill.y(i) - 5) / 5;
            assertThat(dx * dx + dy * dy).isBetween(0.98, 1.001);
        }
    }

    @Test
    void aCircleStaysWithinTheFlatnessWithFewPoints() {
        Contour circle = Svg.only("<circle cx='50' cy='50' r='40'/>").contours().get(0);
        double worst = 0;
        for (int i = 0; i < circle.size(); i++) {
            int j = (i + 1) % circle.size();
            worst = Math.max(worst, Math.abs(40 - Math.hypot(circle.x(i) - 50, circle.y(i) - 50)));
            double mx = (circle.x(i) + circle.x(j)) / 2 - 50;
            double my = (circle.y(i) + circle.y(j)) / 2 - 50;
            worst = Math.max(worst, Math.abs(40 - Math.hypot(mx, my)));
        }
        assertThat(worst).isLessThan(Contour.FLATNESS_MM);
        assertThat(circle.size()).isBetween(60, 140);
    }

    @Test
    void anEllipseWithOneRadiusIsACircle() {
        assertThat(Svg.box(Svg.only("<ellipse cx='50' cy='50' rx='10' ry='auto'/>")))
                .isEqualTo("40 40 20 20");
    }

    @Test
    void aLineHasNoFillAndAPolylineIsFilledButNotClosed() {
        assertThat(Svg.only("<line x1='1' y1='1' x2='9' y2='1' fill='red' stroke='#000'/>")
                        .fill())
                .isNull();
        assertThat(Svg.contours("<polyline points='0,0 10,0 10,10' stroke='#000'/>"))
                .isEqualTo("0 0, 10 0, 10 10");
        assertThat(Svg.contours("<polygon points='0 0 10 0 10 10'/>")).isEqualTo("0 0, 10 0, 10 10 closed");
    }

    @Test
    void anOddCoordinateEndsAPolygonThereWithAFinding() {
        Artwork artwork = Svg.read("<polygon points='0,0 10,0 10,10 3'/>");
        assertThat(Svg.text(artwork.shapes().get(0).contours())).isEqualTo("0 0, 10 0, 10 10 closed");
        assertThat(Svg.findings(artwork)).containsExactly("W_PATH_TRUNCATED polygon[1]");
    }

    @Test
    void shapesWithoutSizeAreNamed() {
        Artwork artwork = Svg.read("<rect width='9' height='9'/><rect width='0' height='5'/><circle id='dot' r='0'/>"
                + "<path d='M1 1L9 9'/>");
        assertThat(Svg.findings(artwork))
                .containsExactly("W_DEGENERATE rect[2]", "W_DEGENERATE #dot", "W_DEGENERATE path[1]");
    }

    @Test
    void pointsThatLieOnALineAreMergedAndSpikesAreKept() {
        assertThat(Svg.contours("<path fill='none' stroke='#000' d='M0 5L1 5L2 5.001L3 5L10 5L4 5'/>"))
                .isEqualTo("0 5, 10 5, 4 5");
    }

    @Test
    void coordinatesFarFromTheOriginKeepTheirDetail() {
        assertThat(Svg.contours(
                        "<g transform='translate(-5000000 0)'>" + "<path d='M5000010.25 10.25h10.25v10.25z'/></g>"))
                .isEqualTo("10.25 10.25, 20.5 10.25, 20.5 20.5 closed");
    }

    @Test
    void geometryMayComeFromStyles() {
        assertThat(Svg.contours("<style>rect{width:3px;height:4px}</style><rect style='x:1px;y:2px'/>"))
                .isEqualTo("1 2, 4 2, 4 6, 1 6 closed");
    }
}
