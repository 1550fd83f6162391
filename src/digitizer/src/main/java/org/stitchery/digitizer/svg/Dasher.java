package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;

/** Cuts lines into dashes; each comes out as an open polyline, a dash without length as a single point. */
final class Dasher {

    private final int limit;
    private final Deadline deadline;

    Dasher(int limit, Deadline deadline) {
        this.limit = limit;
        this.deadline = deadline;
    }

    /**
     * @param dashes lengths of dash and gap in turn, even in number, with a sum above 0
     * @throws IntakeException for more dashes than the limit
     */
    List<Polyline> dash(List<Polyline> lines, double[] dashes, double offset, Cap cap) {
        double period = 0;
        for (double d : dashes) {
            period += d;
        }
        double expected = 0;
        for (Polyline line : lines) {
            expected += Math.ceil(line.length() / period) * dashes.length / 2;
        }
        if (!(expected <= limit)) {
            throw new IntakeException(
                    RefusalCode.E_DASH_LIMIT,
                    "A line of the drawing has more dashes than can be sewn. Make its dashes longer or sew it solid.");
        }
        List<Polyline> out = new ArrayList<>();
        for (Polyline line : lines) {
            if (line.size() > 1) {
                one(line, dashes, period, offset, cap, out);
            }
        }
        return out;
    }

    private void one(Polyline line, double[] dashes, double period, double offset, Cap cap, List<Polyline> out) {
        double phase = offset % period;
        phase = phase < 0 ? phase + period : phase;
        int index = 0;
        while (phase >= dashes[index] && phase > 0) {
            phase -= dashes[index];
            index = (index + 1) % dashes.length;
        }
        double left = dashes[index] - phase;
        boolean on = index % 2 == 0;
        boolean startsOn = on && left > 0;
        int first = out.size();
        List<Double> run = new ArrayList<>();
        if (on) {
            add(run, line.x(0), line.y(0));
        }
        for (int i = 0; i < line.pieces(); i++) {
            int j = (i + 1) % line.size();
            double dx = line.x(j) - line.x(i);
            double dy = line.y(j) - line.y(i);
            double length = Math.sqrt(dx * dx + dy * dy);
            double done = 0;
            while (length - done > left) {
                done += left;
                double x = line.x(i) + dx * done / length;
                double y = line.y(i) + dy * done / length;
                if (on) {
                    add(run, x, y);
                    emit(run, cap, out);
                    run = new ArrayList<>();
                }
                index = (index + 1) % dashes.length;
                left = dashes[index];
                on = index % 2 == 0;
                if (on) {
                    add(run, x, y);
                }
                deadline.tick();
            }
            left -= length - done;
            if (on) {
                add(run, line.x(j), line.y(j));
            }
        }
        if (on && line.closed() && startsOn && out.size() > first) {
            // The dash that ends where the line began goes on with the one that started there.
            Polyline start = out.get(first);
            for (int i = 0; i < start.size(); i++) {
                add(run, start.x(i), start.y(i));
            }
            out.set(first, polyline(run));
        } else if (on) {
            emit(run, cap, out);
        }
    }

    private static void add(List<Double> run, double x, double y) {
        int n = run.size();
        if (n < 2 || run.get(n - 2) != x || run.get(n - 1) != y) {
            run.add(x);
            run.add(y);
        }
    }

    private static void emit(List<Double> run, Cap cap, List<Polyline> out) {
        if (run.size() > 2 || (run.size() == 2 && cap != Cap.BUTT)) {
            out.add(polyline(run));
        }
    }

    private static Polyline polyline(List<Double> run) {
        return new Polyline(run.stream().mapToDouble(Double::doubleValue).toArray(), false);
    }
}
