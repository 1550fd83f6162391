package org.stitchery.simulator.gcode;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.machine.DesignMoves;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Move;

/**
 * A grblHAL with the embroidery plug-in and a card: {@code $F+} lists the card, {@code $F=name} runs a DST from it, and
 * the end of that is told with {@code [MSG:Pgm End]}. After the plug-in's and the card plug-in's published sources: the
 * order is answered twice, each trim and change of thread is a hold, progress is not told, and between stitches, while it
 * waits for the needle, it says that it is idle. A network board, it does not restart when its line is opened.
 */
public final class GrblHalController extends GrblController {

    private static final String RUN = "$F=";
    private static final String CANNOT_BE_READ = "error:60";
    private static final String CANNOT_BE_OPENED = "error:61";
    private static final String NOT_IDLE = "error:8";

    private final Card card;
    private @Nullable DesignMoves running;
    private String name = "";
    private boolean begun;
    private boolean atHalt;
    private boolean needleUp;

    public GrblHalController(Mechanism mechanism) {
        super(mechanism, NeedleDrive.SHAFT);
        card = new Card(mechanism.traits().card());
    }

    @Override
    String hello() {
        return "GrblHAL 1.1f ['$' or '$HELP' for help]";
    }

    /** Whatever it runs it goes on running; of what the last host has said nothing is left. */
    @Override
    public void lineOpened(long nowNanos) {
        mechanism.noteOfLine(nowNanos, Kind.LINE_OPEN);
        forgetSaid();
    }

    @Override
    public void lineLost(long nowNanos) {
        mechanism.noteOfLine(nowNanos, Kind.LINE_LOST);
    }

    @Override
    String state() {
        if (running == null) {
            return super.state();
        }
        if (atHalt || attended()) {
            return "Hold:0";
        }
        if (held()) {
            return moving() ? "Hold:1" : "Hold:0";
        }
        // Half of the questions meet it waiting for the needle.
        needleUp = !needleUp;
        return needleUp ? "Run" : "Idle";
    }

    @Override
    void command(String line, long nowNanos) {
        try {
            if (line.equals("$F") || line.equals("$F+")) {
                card.list().forEach(this::say);
                say("ok");
            } else if (line.startsWith(RUN)) {
                run(line.substring(RUN.length()));
            } else {
                super.command(line, nowNanos);
            }
        } catch (IOException e) {
            say(CANNOT_BE_READ);
        }
    }

    private void run(String path) throws IOException {
        if (locked() || !planner.done()) {
            say(NOT_IDLE);
            return;
        }
        Optional<byte[]> found = card.read(path);
        if (found.isEmpty()) {
            say(CANNOT_BE_OPENED);
            return;
        }
        say("ok");
        DesignMoves design = DesignMoves.of(found.get(), "dst");
        if (design == null) {
            // Read as G-code, it fails in its first line.
            say("error:2 in SD file at line 1");
            say("error:2");
            return;
        }
        say("ok");
        String file = path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
        name = file.endsWith(".DST") ? file.substring(0, file.length() - 4) : file;
        begun = false;
        running = design;
    }

    /** While a file runs, lines wait, and are thrown away at its end. */
    @Override
    boolean readsLines() {
        return running == null;
    }

    @Override
    public @Nullable Move next(long atNanos) {
        DesignMoves design = running;
        if (design == null) {
            return super.next(atNanos);
        }
        if (held()) {
            return null;
        }
        if (!begun) {
            begun = true;
            mechanism.start(name, atNanos);
        }
        atHalt = false;
        Move move = design.next();
        switch (move.kind()) {
            case TRIM -> halt("trim");
            case COLOR_CHANGE -> halt("None");
            case STOP -> halt("Stop");
            case STITCH, JUMP, CONFIRM, END -> {}
        }
        return move;
    }

    private void halt(String why) {
        atHalt = true;
        say("[MSG:Info: " + why + "]");
    }

    @Override
    public void noticed(Kind kind, long atNanos) {
        super.noticed(kind, atNanos);
        if (running == null) {
            return;
        }
        if (kind == Kind.THREAD_BREAK) {
            say("[MSG:Info: Thread break!]");
        } else if (kind == Kind.END) {
            running = null;
            forgetLines();
            say("[MSG:Pgm End]");
        }
    }

    @Override
    void forgetAll(long nowNanos) {
        running = null;
        atHalt = false;
        super.forgetAll(nowNanos);
    }
}
