package org.stitchery.driver.grbl;

/**
 * One status report: {@code Run|MPos:0.000,0.000,0.000|Bf:12,100|Ln:17|SD:12.5,/ROSE.DST}.
 *
 * @param state what it is doing
 * @param braking on the way to a hold, {@code Hold:1}
 * @param freeMoves room in the queue of moves, -1 when not told
 * @param freeBytes room in the receive buffer, -1 when not told
 * @param lineNumber of the move it is at, -1 when not told
 * @param cardPercent how much of a file on the card is read, in hundredths of a per cent, -1 when not told
 */
record GrblStatus(State state, boolean braking, int freeMoves, int freeBytes, int lineNumber, int cardPercent) {

    enum State {
        IDLE("Idle", "idle"),
        RUN("Run", "running"),
        HOLD("Hold", "held"),
        JOG("Jog", "being jogged by hand"),
        ALARM("Alarm", "locked after an alarm: home it or unlock it"),
        DOOR("Door", "waiting for its safety door"),
        CHECK("Check", "in check mode"),
        HOME("Home", "homing"),
        SLEEP("Sleep", "asleep: it wants a reset"),
        TOOL("Tool", "waiting for a change of thread"),
        OTHER("", "in a state this driver does not know");

        private final String word;
        private final String forPeople;

        State(String word, String forPeople) {
            this.word = word;
            this.forPeople = forPeople;
        }

        String forPeople() {
            return forPeople;
        }

        /** Somebody has to do something before it goes on; that may take as long as it takes. */
        boolean waitsForPerson() {
            return this == HOLD || this == DOOR || this == TOOL;
        }

        private static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            return OTHER;
        }
    }

    static GrblStatus of(String text) {
        String[] fields = text.split("\\|");
        String[] state = fields[0].split(":");
        int freeMoves = -1;
        int freeBytes = -1;
        int line = -1;
        int card = -1;
        for (String field : fields) {
            String value = field.substring(field.indexOf(':') + 1);
            String[] numbers = value.split(",");
            if (field.startsWith("Bf:") && numbers.length == 2) {
                freeMoves = GrblAnswer.number(numbers[0]);
                freeBytes = GrblAnswer.number(numbers[1]);
            } else if (field.startsWith("Ln:")) {
                line = GrblAnswer.number(value);
            } else if (field.startsWith("SD:")) {
                card = hundredths(numbers[0]);
            }
        }
        boolean braking = state.length > 1 && state[1].equals("1");
        return new GrblStatus(State.of(state[0]), braking, freeMoves, freeBytes, line, card);
    }

    private static int hundredths(String percent) {
        return percent.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")
                ? (int) Math.min(10_000, Math.round(100 * Double.parseDouble(percent)))
                : -1;
    }
}
