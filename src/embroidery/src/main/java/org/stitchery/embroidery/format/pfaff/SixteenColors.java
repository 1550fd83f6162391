package org.stitchery.embroidery.format.pfaff;

import java.util.List;
import java.util.stream.Stream;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.ThreadPalette;

/**
 * The colour table of a PCS and which of it each event takes.
 *
 * @param all the design's own first, in the order of use, then those that genuine files have there
 * @param numbers of the colours event by event, from 0
 * @param merged colours for which there was no place
 */
record SixteenColors(List<ThreadColor> all, List<Integer> numbers, int merged) {

    private static final int PLACES = 16;

    SixteenColors {
        all = List.copyOf(all);
        numbers = List.copyOf(numbers);
    }

    static SixteenColors of(List<ThreadColor> byEvent) {
        List<Integer> distinct =
                byEvent.stream().map(ThreadColor::rgb).distinct().toList();
        List<ThreadColor> used =
                distinct.stream().limit(PLACES).map(ThreadColor::ofRgb).toList();
        ThreadPalette own = new ThreadPalette("PCS", used);
        List<Integer> numbers = byEvent.stream()
                .map(thread -> {
                    int place = distinct.indexOf(thread.rgb());
                    return place < PLACES ? place : used.indexOf(own.nearest(thread.rgb()));
                })
                .toList();
        List<ThreadColor> rest = PcmFormat.CHART.chart().threads().subList(used.size(), PLACES);
        return new SixteenColors(
                Stream.concat(used.stream(), rest.stream()).toList(), numbers, Math.max(0, distinct.size() - PLACES));
    }

    int number(int event) {
        return numbers.get(event);
    }
}
