package org.stitchery.driver.kit;

import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.RequestDesk.Reply;

/** Asks and says everything twice; goes by the second answer, where it fetches by the first. */
final class RepeatingAsker implements DeskAsker {

    private final DeskAsker asker;
    private @Nullable Asking again;
    private @Nullable Asking asked;

    RepeatingAsker(DeskAsker asker) {
        this.asker = asker;
    }

    @Override
    public @Nullable Asking next() {
        if (again != null) {
            return again;
        }
        asked = asker.next();
        return asked;
    }

    @Override
    public void heard(Reply answer) {
        boolean fetches = asked != null && asked.method().equals("GET");
        if (again == null && !fetches) {
            again = asked;
        } else {
            again = null;
            asker.heard(answer);
        }
    }

    @Override
    public void lost(byte[] received) {
        again = null;
        asker.lost(received);
    }

    @Override
    public boolean sews() {
        return asker.sews();
    }

    @Override
    public byte[] holds() {
        return asker.holds();
    }
}
