package org.stitchery.driver.artista;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** One artista, live. */
final class ArtistaConnection implements MachineConnection {

    private final boolean card;
    private final Transport transport;
    private final Host host;
    private final Talk talk;
    private @Nullable ArtistaUpload uploading;
    private boolean busy;

    ArtistaConnection(boolean card, Transport transport, Host host) {
        this.card = card;
        this.transport = transport;
        this.host = host;
        this.talk = new Talk(transport);
    }

    /** Such a machine says nothing unasked but that it was switched on. */
    @Override
    public void listen() throws IOException {
        talk.ignore();
    }

    @Override
    public Exchange<ProbeResult> probe() {
        take();
        return new ArtistaProbe(talk, this::free);
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        take();
        ArtistaUpload upload = new ArtistaUpload(order, card, talk, host, this::free);
        uploading = upload;
        return upload;
    }

    private void take() {
        if (busy) {
            throw new IllegalStateException("an exchange is running on " + transport.name());
        }
        busy = true;
    }

    private void free() {
        busy = false;
        uploading = null;
    }

    /** An artista is not sewing while it is written to; there is nothing to pause. */
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void abort() {
        if (uploading != null) {
            uploading.abort();
        }
    }
}
