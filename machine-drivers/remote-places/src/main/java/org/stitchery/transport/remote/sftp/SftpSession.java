package org.stitchery.transport.remote.sftp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.future.CancelOption;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHFsyncExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.remote.Causes;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Login;
import org.stitchery.transport.remote.Names;
import org.stitchery.transport.remote.RemoteSession;

/**
 * One login at an SSH server, file transfer protocol version 3 (draft-ietf-secsh-filexfer-02), which all of them speak. Its
 * rename refuses a taken name, its exclusive open as well; both say no more than "failure" then.
 */
final class SftpSession implements RemoteSession {

    private static final int VERSION = 3;
    private static final int CHUNK = 32 * 1024;

    private final PlaceUri uri;
    private final Identity identity;
    private final Limits limits;
    private final HostKey hostKey;

    /** Guards everything below, except what only the calling thread looks at. */
    private final Object gate = new Object();

    private boolean inRoom;
    private boolean abandoned;
    private @Nullable ConnectFuture connecting;
    private @Nullable ClientSession session;

    /** Of the calling thread. */
    private @Nullable SftpClient files;

    SftpSession(PlaceUri uri, Identity identity, Limits limits) {
        this.uri = uri;
        this.identity = identity;
        this.limits = limits;
        this.hostKey = HostKey.of(uri);
    }

    @Override
    public void connect() throws IOException {
        Duration patience = limits.connect();
        ClientSession open = connected(patience);
        try {
            identity.addTo(open);
            open.auth().verify(patience, CancelOption.CANCEL_ON_TIMEOUT, CancelOption.CANCEL_ON_INTERRUPT);
        } catch (IOException e) {
            throw hostKey.refused(uri, Causes.sentence(e), e);
        }
        files = SftpClientFactory.instance().createSftpClient(open, VERSION);
        try {
            if (!files().stat(uri.path()).isDirectory()) {
                throw Login.noFolder(uri, "it is a file");
            }
        } catch (SftpException e) {
            throw Login.noFolder(uri, words(e));
        }
    }

    private ClientSession connected(Duration patience) throws IOException {
        ConnectFuture future;
        synchronized (gate) {
            requireWanted();
            inRoom = true;
            SshClient client = SshRoom.enter();
            future = client.connect(uri.user(), uri.host(), uri.port(), hostKey.context(), null);
            connecting = future;
        }
        ClientSession open = future.verify(patience, CancelOption.CANCEL_ON_TIMEOUT, CancelOption.CANCEL_ON_INTERRUPT)
                .getClientSession();
        synchronized (gate) {
            session = open;
            if (abandoned) {
                open.close(true);
            }
            requireWanted();
        }
        return open;
    }

    private void requireWanted() throws IOException {
        if (abandoned) {
            throw new IOException("the place was closed");
        }
    }

    private SftpClient files() throws IOException {
        if (files == null) {
            throw new IOException("not connected");
        }
        return files;
    }

    private String path(String fileName) {
        return uri.path().endsWith("/") ? uri.path() + fileName : uri.path() + "/" + fileName;
    }

    /** Links are not followed: what lies behind one is not this folder's. */
    @Override
    public Optional<PlacedFile> look(String fileName) throws IOException {
        try {
            Attributes found = files().lstat(path(fileName));
            return Optional.of(new PlacedFile(fileName, found.getSize()));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw refused("looking for " + fileName, e, Reason.REFUSED);
        }
    }

    @Override
    public List<PlacedFile> list(int most) throws IOException {
        List<PlacedFile> found = new ArrayList<>();
        try (CloseableHandle folder = files().openDir(uri.path())) {
            for (DirEntry entry : files().listDir(folder)) {
                if (found.size() < most
                        && entry.getAttributes().isRegularFile()
                        && Names.isPlain(entry.getFilename())) {
                    found.add(new PlacedFile(
                            entry.getFilename(), entry.getAttributes().getSize()));
                }
            }
        } catch (SftpException e) {
            throw refused("listing", e, Reason.REFUSED);
        }
        return found;
    }

    @Override
    public void write(String fileName, byte[] content, Runnable moved) throws IOException {
        String what = "writing " + fileName;
        EnumSet<OpenMode> anew = EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive);
        CloseableHandle opened;
        try {
            opened = files().open(path(fileName), anew);
        } catch (SftpException e) {
            throw refused(what, e, look(fileName).isPresent() ? Reason.TAKEN : Reason.REFUSED);
        }
        try (CloseableHandle file = opened) {
            for (int at = 0; at < content.length; at += CHUNK) {
                files().write(file, at, content, at, Math.min(CHUNK, content.length - at));
                moved.run();
            }
            OpenSSHFsyncExtension flush = files().getExtension(OpenSSHFsyncExtension.class);
            if (flush != null && flush.isSupported()) {
                flush.fsync(file);
            }
        } catch (SftpException e) {
            // The server took the file and then not its bytes; it has no better word for a full disk than "failure".
            throw refused(what, e, Reason.FULL);
        }
        moved.run();
    }

    @Override
    public void rename(String fileName, String newName) throws IOException {
        try {
            files().rename(path(fileName), path(newName));
        } catch (SftpException e) {
            throw refused(
                    "renaming " + fileName + " to " + newName,
                    e,
                    look(newName).isPresent() ? Reason.TAKEN : Reason.REFUSED);
        }
    }

    @Override
    public void remove(String fileName) throws IOException {
        try {
            files().remove(path(fileName));
        } catch (SftpException e) {
            throw refused("removing " + fileName, e, Reason.REFUSED);
        }
    }

    /** @param otherwise what a plain "failure" means here */
    private IOException refused(String what, SftpException e, Reason otherwise) {
        int status = e.getStatus();
        if (status == SftpConstants.SSH_FX_CONNECTION_LOST || status == SftpConstants.SSH_FX_NO_CONNECTION) {
            return new IOException(words(e), e);
        }
        Reason reason = status == SftpConstants.SSH_FX_NO_SUCH_FILE
                ? Reason.MISSING
                : status == SftpConstants.SSH_FX_PERMISSION_DENIED
                        ? Reason.REFUSED
                        : status == SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM
                                        || status == SftpConstants.SSH_FX_QUOTA_EXCEEDED
                                ? Reason.FULL
                                : otherwise;
        String wayOut = switch (reason) {
            case TAKEN -> "The name is taken; take the file away or choose another name.";
            case MISSING -> "Something else takes files from this folder.";
            case FULL -> "Mostly no room is left; make some there.";
            case REFUSED, UNANSWERED -> "Let " + uri.user() + " write, rename and delete in this folder.";
        };
        return new FilePlaceException(
                reason, uri.place() + ": " + what + ": the server says " + words(e) + ". " + wayOut, e);
    }

    private static String words(SftpException e) {
        return Causes.printable(String.valueOf(e.getMessage()));
    }

    @Override
    public void abandon() {
        ConnectFuture pending;
        ClientSession open;
        boolean leaves;
        synchronized (gate) {
            abandoned = true;
            pending = connecting;
            open = session;
            leaves = inRoom;
            inRoom = false;
        }
        if (open != null) {
            open.close(true);
        } else if (pending != null) {
            pending.cancel();
        }
        if (leaves) {
            SshRoom.leave();
        }
    }
}
