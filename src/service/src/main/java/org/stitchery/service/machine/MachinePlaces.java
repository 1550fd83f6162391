package org.stitchery.service.machine;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import org.stitchery.service.platform.DataPath;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.transport.DeskUri;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.NetworkLine;
import org.stitchery.transport.PipeUri;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.SerialUri;

/**
 * Where machines may be. An address is a permission to make this server connect somewhere, so it must lie inside the
 * shop's own machine networks and ports; looked at when it is entered and again whenever it is used, since a name may
 * lead elsewhere tomorrow.
 */
@Singleton
class MachinePlaces {

    private final List<Network> networks;
    private final List<PortRange> ports;
    private final List<String> devices;
    private final List<Path> folders;
    private final List<String> programs;
    private final Path simulators;

    MachinePlaces(MachineSettings settings, DataPath data) {
        networks = settings.networks().stream().map(Network::parse).toList();
        ports = settings.ports().stream().map(PortRange::parse).toList();
        devices = settings.devices();
        folders = settings.folders().orElse(List.of());
        programs = settings.programs().orElse(List.of());
        simulators = data.root().resolve("simulator");
    }

    /**
     * Reads an address and makes sure it is allowed.
     *
     * @throws ProblemException 422 saying what is allowed
     */
    MachineUri allowed(String text) {
        MachineUri uri;
        try {
            uri = MachineUri.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
        if (uri instanceof SerialUri serial) {
            requireDevice(Path.of(serial.device()).normalize());
        } else if (uri instanceof NetworkLine line) {
            requirePort(line.port());
            requireHost(line.host());
        } else if (uri instanceof PipeUri pipe) {
            requireProgram(pipe.program());
        } else if (uri instanceof PlaceUri place && place.kind() == PlaceUri.Kind.FOLDER) {
            requireFolder(place);
        } else if (uri instanceof PlaceUri place) {
            requireServer(place);
        } else if (uri instanceof DeskUri desk) {
            requireOurDoor(desk);
        }
        return uri;
    }

    private void requireDevice(Path device) {
        boolean listed = devices.stream().anyMatch(start -> device.toString().startsWith(start));
        if (!listed && !device.startsWith(simulators)) {
            throw refused("Serial ports begin with one of " + String.join(", ", devices) + "; " + device
                    + " does not. Other beginnings can be allowed in stitchery.machine.devices.");
        }
    }

    /** A file server listens where such servers do, or on a port that is a machine's. */
    private void requireServer(PlaceUri place) {
        if (place.port() != place.kind().usualPort()) {
            requirePort(place.port());
        }
        requireHost(place.host());
    }

    /** Looks where the folder really is: a link in a shared folder may lead anywhere. */
    private void requireFolder(PlaceUri place) {
        try {
            Path real = Path.of(place.path()).toRealPath();
            for (Path allowed : folders) {
                if (real.startsWith(allowed.toRealPath())) {
                    return;
                }
            }
        } catch (IOException e) {
            throw refused("There is no folder " + place.path() + ", or one of those in stitchery.machine.folders is"
                    + " missing.");
        }
        throw refused(place.path() + " is not in a folder for machines. "
                + (folders.isEmpty() ? "None is allowed yet" : "Allowed are " + folders)
                + "; name them in stitchery.machine.folders.");
    }

    /** A second port would be one nobody has guarded. */
    private static void requireOurDoor(DeskUri desk) {
        if (desk.listen() != null) {
            throw refused("Desks stand behind this server's own address; leave listen out of " + desk.place() + ".");
        }
    }

    /** A program runs as this service does, so its exact path has to be listed; nobody who adds machines can list one. */
    private void requireProgram(String program) {
        if (!programs.contains(program)) {
            throw refused(program + " is not a program that may stand for a machine. "
                    + (programs.isEmpty() ? "None is allowed yet" : "Allowed are " + String.join(", ", programs))
                    + "; whoever runs this server names them in stitchery.machine.programs.");
        }
    }

    private void requirePort(int port) {
        if (ports.stream().noneMatch(range -> range.contains(port))) {
            throw refused("Machines may listen on ports " + ports + "; " + port
                    + " is not among them. Others can be allowed in stitchery.machine.ports.");
        }
    }

    private void requireHost(String host) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw refused("There is no host " + host + ".");
        }
        for (InetAddress address : addresses) {
            if (networks.stream().noneMatch(network -> network.contains(address))) {
                throw refused("Machines are in the networks " + networks + "; " + host + " (" + address.getHostAddress()
                        + ") is not. Others can be allowed in stitchery.machine.networks.");
            }
        }
    }

    private static ProblemException refused(String sentence) {
        return ProblemException.unprocessable("MACHINE_ADDRESS_REFUSED", sentence);
    }
}
