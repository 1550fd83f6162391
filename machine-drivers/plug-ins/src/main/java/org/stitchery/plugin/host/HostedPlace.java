package org.stitchery.plugin.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.PlacedFile;

/** A file place; its errands are run by the parent. */
final class HostedPlace extends HostedLink implements FilePlace {

    HostedPlace(String name, ParentWire wire) {
        super(name, wire);
    }

    @Override
    MachineConnection open(MachineDriver driver, DriverSettings settings, Host host) {
        return ((FileDriver) driver).open(settings, this, host);
    }

    @Override
    void state(Unpack state) {
        // News of errands come by themselves.
    }

    @Override
    public Errand<Optional<PlacedFile>> look(String fileName) {
        FilePlace.requirePlain(fileName);
        return run(
                ErrandKind.LOOK,
                new Pack().text(fileName),
                news -> news.flag() ? Optional.of(news.file()) : Optional.empty());
    }

    @Override
    public Errand<List<PlacedFile>> list(int most) {
        return run(ErrandKind.LIST, new Pack().number(most), Unpack::files);
    }

    @Override
    public Errand<PlacedFile> write(String fileName, byte[] content) {
        FilePlace.requirePlain(fileName);
        return run(ErrandKind.WRITE, new Pack().text(fileName).bytes(content), Unpack::file);
    }

    @Override
    public Errand<PlacedFile> rename(String fileName, String newName) {
        FilePlace.requirePlain(fileName);
        FilePlace.requirePlain(newName);
        return run(ErrandKind.RENAME, new Pack().text(fileName).text(newName), Unpack::file);
    }

    @Override
    public Errand<Boolean> remove(String fileName) {
        FilePlace.requirePlain(fileName);
        return run(ErrandKind.REMOVE, new Pack().text(fileName), Unpack::flag);
    }

    private <T> Errand<T> run(ErrandKind kind, Pack arguments, HostedErrand.Reading<T> reading) {
        HostedErrand<T> errand = newErrand(reading);
        try {
            send(new Pack()
                    .number(errand.number())
                    .name(kind)
                    .bytes(arguments.frame(Frame.Kind.ERRAND).content())
                    .frame(Frame.Kind.ERRAND));
            return errand;
        } catch (IOException e) {
            return failed(errand, e);
        }
    }
}
