package org.stitchery.driver.httppull;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.RequestDesk.Reply;
import org.stitchery.driver.kit.DeskAsker;

/** The worst of machines: fetches a file until it has some of it, and begins to sew with the first byte. */
final class FileFetcher implements DeskAsker {

    private final String path;
    private byte[] design = new byte[0];

    FileFetcher(String path) {
        this.path = path;
    }

    @Override
    public @Nullable Asking next() {
        return sews() ? null : Asking.get(path, Map.of());
    }

    @Override
    public void heard(Reply answer) {
        if (answer.status() == 200) {
            design = answer.body();
        }
    }

    @Override
    public void lost(byte[] received) {
        // Of an error page it would sew as well, were it not for the status; here all that breaks off is a design.
        design = received.length > 64 ? received : design;
    }

    @Override
    public boolean sews() {
        return design.length > 0;
    }

    @Override
    public byte[] holds() {
        return design.clone();
    }
}
