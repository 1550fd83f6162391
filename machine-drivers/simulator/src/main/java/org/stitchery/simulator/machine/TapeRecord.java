package org.stitchery.simulator.machine;

record TapeRecord(Command command, int dx, int dy) {
    enum Command {
        STITCH,
        JUMP,
        COLOR_CHANGE,
        END
    }

    static TapeRecord decode(int b0, int b1, int b2) {
        int x = 0;
        int y = 0;
        int[] wx = {1, -1, 9, -9};
        int[] wx1 = {3, -3, 27, -27};
        for (int k = 0; k < 4; k++) {
            x += (b0 >> k & 1) * wx[k] + (b1 >> k & 1) * wx1[k];
            y += (b0 >> (7 - k) & 1) * wx[k] + (b1 >> (7 - k) & 1) * wx1[k];
        }
        x += (b2 >> 2 & 1) * 81 - (b2 >> 3 & 1) * 81;
        y += (b2 >> 5 & 1) * 81 - (b2 >> 4 & 1) * 81;
        Command c = (b2 & 0xF3) == 0xF3
                ? Command.END
                : (b2 & 0xC3) == 0xC3
                        ? Command.COLOR_CHANGE
                        : (b2 & 0x83) == 0x83 || (b2 & 0x43) == 0x43 ? Command.JUMP : Command.STITCH;
        return new TapeRecord(c, x, -y);
    }
}
