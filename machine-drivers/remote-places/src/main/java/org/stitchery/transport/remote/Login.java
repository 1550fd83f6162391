package org.stitchery.transport.remote;

import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.TransportException;

/** What a server is told so that it lets us in. Passwords are looked up by name and stand in no address. */
public final class Login {

    private Login() {}

    /**
     * The password or key an address names.
     *
     * @throws TransportException when it names none, or none of that name is kept
     */
    public static String secret(PlaceUri uri, Secrets secrets) throws TransportException {
        String name = uri.secret();
        if (name == null) {
            throw new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "the address names no password",
                    "Add secret=NAME and keep the password as STITCHERY_SECRET_NAME.");
        }
        String secret = secrets.find(name)
                .orElseThrow(() -> new TransportException(
                        TransportException.Reason.REFUSED,
                        uri.place(),
                        "no secret \"" + name + "\" is kept",
                        "Set " + Secrets.variable(name) + " in the environment of this program."));
        if (secret.indexOf('\0') >= 0 || secret.isEmpty()) {
            throw new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "the secret \"" + name + "\" is empty or holds a zero byte",
                    "Set " + Secrets.variable(name) + " anew.");
        }
        return secret;
    }

    /** The server knows neither this name with this password. */
    public static TransportException refused(PlaceUri uri, String said) {
        return new TransportException(
                TransportException.Reason.REFUSED,
                uri.place(),
                "the server does not let " + uri.user() + " in (" + Causes.printable(said) + ")",
                "Check the name, and the password that is kept as "
                        + (uri.secret() == null ? "its secret" : Secrets.variable(uri.secret())) + ".");
    }

    /** The folder of the address is not there. */
    public static TransportException noFolder(PlaceUri uri, String said) {
        return new TransportException(
                TransportException.Reason.NO_SUCH_PORT,
                uri.place(),
                "there is no such folder on the server (" + Causes.printable(said) + ")",
                "Make it there, or correct the path.");
    }
}
