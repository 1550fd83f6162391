package org.stitchery.plugin;

import java.nio.ByteBuffer;
import org.stitchery.driver.api.Transport;

/** A line that takes everything and says nothing. */
public final class DeafLine implements Transport {

    @Override
    public String name() {
        return "deaf";
    }

    @Override
    public int write(ByteBuffer from) {
        int count = from.remaining();
        from.position(from.limit());
        return count;
    }

    @Override
    public int read(ByteBuffer into) {
        return 0;
    }

    @Override
    public int unsent() {
        return 0;
    }

    @Override
    public boolean clearToSend() {
        return true;
    }

    @Override
    public int discardUnsent() {
        return 0;
    }
}
