package org.stitchery.driver.artista;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.artista.Step.Verdict;

/** What has to be said, in its order. */
final class UploadSteps {

    /** Until here, the machine has done nothing but answer. */
    private static final String BEFORE_STORING = "nothing was stored: the function that stores was not invoked";

    private static final int DONE = 0x0002;
    private static final int IDLE = 0x0000;
    private static final int MEMORY_FULL = 0x8005;
    private static final int ERROR_BIT = 0x8000;

    /** Of a sewing machine that has kept the line to itself. */
    private static final int SEWING_MACHINE = 0xB4A5;

    private static final int NO_CARD = 0x82;

    /** What the maker's program gives a new design. */
    private static final byte READ_ONLY_DESIGN = (byte) 0xA4;

    private final List<Step> steps = new ArrayList<>();

    private UploadSteps() {}

    /** From resynchronising to the last word; the end of the session is not among them, see {@link #closing}. */
    static List<Step> upload(String label, byte[] body, boolean card) {
        UploadSteps all = new UploadSteps();
        all.open();
        if (card) {
            all.steps.add(Step.ask(Phrase.readCardStatus(), UploadSteps::card));
        }
        all.invoke(card ? Function.SELECT_CARD : Function.SELECT_MEMORY);
        all.invoke(Function.PREPARE_UPLOAD);
        all.write(Place.MAIN, ExpBody.mainBlock(body));
        all.write(Place.PREVIEW, ExpBody.preview(body));
        all.write(Place.BLOCK_SIZE, new byte[] {1});
        all.write(Place.ATTRIBUTE, new byte[] {READ_ONLY_DESIGN});
        all.write(Place.NAME, Arrays.copyOf(label.getBytes(StandardCharsets.US_ASCII), 32));
        all.invoke(Function.COMMIT);
        all.invoke(Function.SELECT_MEMORY);
        return List.copyOf(all.steps);
    }

    /** Finds out whether a module answers. */
    static List<Step> probe() {
        UploadSteps all = new UploadSteps();
        all.open();
        return List.copyOf(all.steps);
    }

    /** Gives the designs back to the sewing machine; attempted whatever went before. */
    static List<Step> closing() {
        UploadSteps all = new UploadSteps();
        all.steps.add(Step.say(Phrase.resync()));
        all.invoke(Function.END_SESSION);
        all.steps.add(Step.say(Phrase.leaveSession()));
        return List.copyOf(all.steps);
    }

    private void open() {
        steps.add(Step.say(Phrase.resync()));
        steps.add(Step.ask(Phrase.openSession(), reply -> reply[0] == 'O' ? Verdict.GOOD : noModule()));
        steps.add(Step.ask(
                Phrase.readActiveProcessor(),
                reply -> number(reply, 0, 4) == SEWING_MACHINE ? noModule() : hex(reply)));
        steps.add(Step.ask(Phrase.readFirmware(), UploadSteps::hex));
    }

    private static Verdict noModule() {
        return Verdict.failed(new Outcome.Hold(
                "The sewing machine answers, its embroidery module does not; attach it and switch to embroidery."));
    }

    private static Verdict card(byte[] reply) {
        return number(reply, 0, 2) == NO_CARD
                ? Verdict.failed(new Outcome.Hold("There is no personal design card in the slot."))
                : hex(reply);
    }

    private void invoke(Function function) {
        boolean stores = function == Function.COMMIT;
        steps.add(new Step(Phrase.invoke(function), reply -> Verdict.GOOD, -1, stores));
        steps.add(Step.ask(Phrase.readFunctionStatus(), reply -> status(function, number(reply, 0, 4))));
    }

    private static Verdict status(Function function, int status) {
        if (status == DONE || status == IDLE) {
            return Verdict.GOOD;
        }
        if (status == MEMORY_FULL) {
            return Verdict.failed(new Outcome.Hold("The machine's memory is full; delete designs at its screen."));
        }
        if ((status & ERROR_BIT) == 0) {
            return Verdict.AGAIN;
        }
        String what = String.format("The machine reports error %04X while %s.", status, function.words());
        return Verdict.failed(
                function == Function.COMMIT
                        ? new Outcome.Unknown(0, what + " Look for the design at its screen.")
                        : new Outcome.NotStarted(BEFORE_STORING, what));
    }

    private void write(Place place, byte[] bytes) {
        for (int at = 0; at < bytes.length; at += Phrase.MOST_BYTES) {
            int count = Math.min(Phrase.MOST_BYTES, bytes.length - at);
            int reached = place == Place.MAIN ? at + count : -1;
            steps.add(new Step(Phrase.write(place, at, bytes, at, count), reply -> Verdict.GOOD, reached, false));
        }
        long sum = 0;
        for (byte b : bytes) {
            sum += b & 0xFF;
        }
        long expected = sum;
        steps.add(Step.ask(
                Phrase.sum(place, bytes.length),
                reply -> number(reply, 0, 8) == expected
                        ? Verdict.GOOD
                        : Verdict.failed(new Outcome.NotStarted(
                                BEFORE_STORING,
                                "What arrived in the machine has another sum than what was sent, in " + place + "."))));
    }

    private static Verdict hex(byte[] reply) {
        return number(reply, 0, 2) < 0
                ? Verdict.failed(new Outcome.NotStarted(BEFORE_STORING, "The machine answers what cannot be read."))
                : Verdict.GOOD;
    }

    /** So many digits of a reply that ends with O; -1 when it is no such thing. */
    private static int number(byte[] reply, int from, int digits) {
        if (reply.length < from + digits || reply[reply.length - 1] != 'O') {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(reply[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
