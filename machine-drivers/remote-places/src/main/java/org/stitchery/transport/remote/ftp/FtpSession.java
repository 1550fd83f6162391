package org.stitchery.transport.remote.ftp;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.remote.Causes;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Login;
import org.stitchery.transport.remote.Names;
import org.stitchery.transport.remote.RemoteSession;
import org.stitchery.transport.remote.Sockets;

/**
 * One login at an FTP server (RFC 959, 2228, 4217): binary, and passive only, so that nothing here ever listens. The data
 * connection goes to the server we are connected to, whatever address it names.
 *
 * <p>RNTO replaces silently at many servers, vsftpd among them, and a refused SIZE does not prove that a file is not
 * there: where SIZE says no, the listing is asked as well.
 */
final class FtpSession implements RemoteSession {

    private static final int CHUNK = 16 * 1024;

    private final PlaceUri uri;
    private final String password;
    private final Limits limits;
    private final Sockets sockets;
    private final FtpLine line;

    FtpSession(PlaceUri uri, String password, Limits limits) {
        this.uri = uri;
        this.password = password;
        this.limits = limits;
        this.sockets = new Sockets(limits.connect());
        this.line = new FtpLine();
    }

    @Override
    public void connect() throws IOException {
        int silence = Math.toIntExact(limits.silence().toMillis());
        line.setSocketFactory(sockets);
        line.setConnectTimeout(Math.toIntExact(limits.connect().toMillis()));
        line.setDefaultTimeout(silence);
        line.setDataTimeout(Duration.ofMillis(silence));
        line.setControlEncoding("UTF-8");
        line.setIpAddressFromPasvResponse(false);
        line.setRemoteVerificationEnabled(true);
        line.connect(uri.host(), uri.port());
        line.setSoTimeout(silence);
        if (!FTPReply.isPositiveCompletion(line.getReplyCode())) {
            throw turnedAway(
                    TransportException.Reason.BUSY, "The server has too many guests, or wants none; try later.");
        }
        if (uri.kind() == PlaceUri.Kind.FTPS) {
            line.encrypt(uri);
        }
        if (!line.login(uri.user(), password)) {
            throw Login.refused(uri, line.getReplyString());
        }
        if (uri.kind() == PlaceUri.Kind.FTPS) {
            line.encryptData();
        }
        line.enterLocalPassiveMode();
        if (!line.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw turnedAway(TransportException.Reason.REFUSED, "A server for designs has to take binary files.");
        }
        if (!line.changeWorkingDirectory(uri.path())) {
            throw Login.noFolder(uri, line.getReplyString());
        }
    }

    private TransportException turnedAway(TransportException.Reason reason, String wayOut) {
        return new TransportException(
                reason, uri.place(), "the server says " + Causes.printable(line.getReplyString()), wayOut);
    }

    @Override
    public Optional<PlacedFile> look(String fileName) throws IOException {
        int reply = line.sendCommand("SIZE", fileName);
        if (reply == FTPReply.FILE_STATUS) {
            String size = line.getReplyString().strip().replaceFirst("^213[ -]*", "");
            if (size.matches("[0-9]{1,15}")) {
                return Optional.of(new PlacedFile(fileName, Long.parseLong(size)));
            }
        }
        requireServing(reply);
        return entries().stream()
                .filter(entry -> entry.getName().equals(fileName))
                .map(entry -> new PlacedFile(fileName, Math.max(0, entry.getSize())))
                .findFirst();
    }

    @Override
    public List<PlacedFile> list(int most) throws IOException {
        List<PlacedFile> files = new ArrayList<>();
        for (FTPFile entry : entries()) {
            if (entry.isFile() && Names.isPlain(entry.getName())) {
                files.add(new PlacedFile(entry.getName(), Math.max(0, entry.getSize())));
            }
        }
        return files;
    }

    private List<FTPFile> entries() throws IOException {
        List<FTPFile> entries = line.entries();
        requireServing(line.getReplyCode());
        return entries;
    }

    @Override
    public void write(String fileName, byte[] content, Runnable moved) throws IOException {
        String what = "writing " + fileName;
        try (OutputStream out = line.storeFileStream(fileName)) {
            if (out == null) {
                throw refused(what);
            }
            for (int at = 0; at < content.length; at += CHUNK) {
                out.write(content, at, Math.min(CHUNK, content.length - at));
                moved.run();
            }
        } catch (FilePlaceException e) {
            throw e;
        } catch (IOException e) {
            // A server out of room closes the data connection first and says why on the other.
            if (line.getReply() >= 400) {
                throw refused(what);
            }
            throw e;
        }
        if (!line.completePendingCommand()) {
            throw refused(what);
        }
        moved.run();
    }

    @Override
    public void rename(String fileName, String newName) throws IOException {
        if (!line.rename(fileName, newName)) {
            throw refused("renaming " + fileName + " to " + newName);
        }
    }

    @Override
    public void remove(String fileName) throws IOException {
        if (!line.deleteFile(fileName)) {
            throw refused("removing " + fileName);
        }
    }

    /** 421 means that the server hangs up. */
    private void requireServing(int reply) throws IOException {
        if (reply == FTPReply.SERVICE_NOT_AVAILABLE) {
            throw new IOException("the server ends the connection: " + Causes.printable(line.getReplyString()));
        }
    }

    private FilePlaceException refused(String what) throws IOException {
        int reply = line.getReplyCode();
        requireServing(reply);
        String said = Causes.printable(line.getReplyString());
        String words = said.toLowerCase(Locale.ROOT);
        boolean full = reply == FTPReply.INSUFFICIENT_STORAGE
                || reply == FTPReply.STORAGE_ALLOCATION_EXCEEDED
                || words.contains("space")
                || words.contains("quota")
                // What vsftpd says when the disk is full.
                || words.contains("failure writing to local file");
        return new FilePlaceException(
                full ? Reason.FULL : Reason.REFUSED,
                uri.place() + ": " + what + ": the server says " + said + ". "
                        + (full
                                ? "Make room there."
                                : "Let " + uri.user() + " write, rename and delete in this folder."),
                null);
    }

    @Override
    public void abandon() {
        sockets.close();
    }
}
