package org.stitchery.transport;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which a machine looks for its designs.
 *
 * @param kind how it is reached
 * @param user who logs in; empty for {@link Kind#FOLDER}
 * @param host name or address; an IPv6 address without its brackets; empty for {@link Kind#FOLDER}
 * @param port 1 to 65535, 0 for {@link Kind#FOLDER}
 * @param path of the folder, absolute, with slashes; of {@link Kind#SMB} the first part is the share
 * @param secret under which name the password or key is kept, see {@link Secrets}; null when none is needed
 * @param more further parameters, each legal for its kind
 */
public record PlaceUri(
        Kind kind,
        String user,
        String host,
        int port,
        String path,
        @Nullable String secret,
        Map<String, String> more) implements MachineUri {

    /** How a folder is reached. */
    public enum Kind {
        /** On this computer, or mounted by it. */
        FOLDER("folder", 0, Set.of()),
        /** On a share, version 2 or 3 of the protocol. */
        SMB("smb", 445, Set.of("domain")),
        /** In the clear, for machines that know nothing better. */
        FTP("ftp", 21, Set.of()),
        /** With TLS that begins after the connection. The certificate is checked, or pinned by its SHA-256. */
        FTPS("ftps", 21, Set.of("certificate")),
        /** Over SSH. The server's key has to be named by its SHA-256. */
        SFTP("sftp", 22, Set.of("hostkey"));

        private final String scheme;
        private final int usualPort;
        private final Set<String> parameters;

        Kind(String scheme, int usualPort, Set<String> parameters) {
            this.scheme = scheme;
            this.usualPort = usualPort;
            this.parameters = parameters;
        }

        String scheme() {
            return scheme;
        }

        /** The TCP port such servers listen on unless the address says another; 0 for {@link #FOLDER}. */
        public int usualPort() {
            return usualPort;
        }
    }

    private static final String SECRET = "secret";

    public PlaceUri {
        more = Map.copyOf(new TreeMap<>(more));
        if (!path.startsWith("/") || path.contains("/../") || path.endsWith("/..")) {
            throw new IllegalArgumentException(
                    "A folder is an absolute path without \"..\", such as /srv/designs, found \"" + path + "\"");
        }
        if (secret != null && !secret.matches("[A-Za-z0-9_-]{1,60}")) {
            throw new IllegalArgumentException(
                    "secret is the name under which a password is kept, 1 to 60 of A-Z a-z 0-9 _ -, not the password");
        }
        if (kind != Kind.FOLDER) {
            TcpUri.requireHost(host);
            TcpUri.requirePort(port);
            if (!user.matches("[^\\s:@/]{1,60}")) {
                throw new IllegalArgumentException("A user's name is 1 to 60 characters without : @ and /, as in "
                        + kind.scheme + "://user@host/folder, found \"" + user + "\"");
            }
        }
        for (String pinned : List.of("hostkey", "certificate")) {
            if (more.containsKey(pinned)) {
                Fingerprint.parse(more.get(pinned));
            }
        }
        if (kind == Kind.SMB && path.length() < 2) {
            throw new IllegalArgumentException("A share is smb://user@host/share/folder, found no share");
        }
    }

    static PlaceUri of(Kind kind, String place, Map<String, String> query) {
        Set<String> known = new TreeSet<>(kind.parameters);
        if (kind == Kind.FOLDER) {
            UriQuery.allowOnly(query, known);
            return new PlaceUri(kind, "", "", 0, trimmed(place), null, query);
        }
        known.add(SECRET);
        UriQuery.allowOnly(query, known);
        Map<String, String> more = new TreeMap<>(query);
        String secret = more.remove(SECRET);
        int at = place.indexOf('@');
        int slash = place.indexOf('/', 2);
        if (!place.startsWith("//") || slash < 0 || at < 0 || at > slash) {
            throw new IllegalArgumentException("Such a folder is " + kind.scheme
                    + "://user@host/folder?secret=NAME, found \"" + kind.scheme + ":" + place + "\"");
        }
        String user = place.substring(2, at);
        if (user.contains(":")) {
            throw new IllegalArgumentException(
                    "A password does not belong into an address. Keep it as a secret and say secret=NAME.");
        }
        String address = place.substring(at + 1, slash);
        int colon = address.endsWith("]") ? -1 : address.lastIndexOf(':');
        String host = colon < 0 ? address : address.substring(0, colon);
        int port = kind.usualPort;
        if (colon >= 0) {
            String text = address.substring(colon + 1);
            if (!text.matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException("A port is a number from 1 to 65535, found \"" + text + "\"");
            }
            port = Integer.parseInt(text);
        }
        return new PlaceUri(
                kind, user, TcpUri.withoutBrackets(host), port, trimmed(place.substring(slash)), secret, more);
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    @Override
    public String place() {
        if (kind == Kind.FOLDER) {
            return "folder:" + path;
        }
        return kind.scheme + "://" + user + "@" + (host.contains(":") ? "[" + host + "]" : host)
                + (port == kind.usualPort ? "" : ":" + port) + path;
    }

    @Override
    public String toString() {
        Map<String, String> all = new TreeMap<>(more);
        if (secret != null) {
            all.put(SECRET, secret);
        }
        StringBuilder text = new StringBuilder(place());
        char mark = '?';
        for (Map.Entry<String, String> one : all.entrySet()) {
            text.append(mark).append(one.getKey()).append('=').append(one.getValue());
            mark = '&';
        }
        return text.toString();
    }
}
