package org.stitchery.plugin.host;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.RequestDesk;

/** A desk; the parent hands its questions on as they come. */
final class HostedDesk extends HostedLink implements RequestDesk {

    private final Queue<Question> questions = new ArrayDeque<>();

    HostedDesk(String name, ParentWire wire) {
        super(name, wire);
    }

    @Override
    MachineConnection open(MachineDriver driver, DriverSettings settings, Host host) {
        return ((DeskDriver) driver).open(settings, this, host);
    }

    @Override
    void state(Unpack state) {
        // Questions come by themselves.
    }

    @Override
    void question(Unpack asked) {
        questions.add(new HostedQuestion(
                asked.number(), asked.text(), asked.text(), asked.texts(), asked.bytes(), asked.text()));
    }

    @Override
    public @Nullable Question next() {
        ownThread();
        return questions.poll();
    }

    /** One question, answered in here and handed over by the parent. */
    private final class HostedQuestion implements Question {

        private final int number;
        private final String method;
        private final String path;
        private final Map<String, String> parameters;
        private final byte[] body;
        private final String from;
        private boolean answered;

        HostedQuestion(
                int number, String method, String path, Map<String, String> parameters, byte[] body, String from) {
            this.number = number;
            this.method = method;
            this.path = path;
            this.parameters = parameters;
            this.body = body;
            this.from = from;
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public Map<String, String> parameters() {
            return parameters;
        }

        @Override
        public byte[] body() {
            return body.clone();
        }

        @Override
        public String from() {
            return from;
        }

        @Override
        public Errand<Long> answer(Reply reply) {
            if (answered) {
                throw new IllegalStateException("a question was answered twice");
            }
            answered = true;
            HostedErrand<Long> errand = newErrand(Unpack::big);
            try {
                send(new Pack()
                        .number(number)
                        .number(errand.number())
                        .reply(reply)
                        .frame(Frame.Kind.REPLY));
                return errand;
            } catch (IOException e) {
                return failed(errand, e);
            }
        }
    }
}
