package org.stitchery.transport.remote.smb;

import com.hierynomus.msdtyp.AccessMask;
import com.hierynomus.mserref.NtStatus;
import com.hierynomus.msfscc.FileAttributes;
import com.hierynomus.msfscc.fileinformation.FileIdBothDirectoryInformation;
import com.hierynomus.msfscc.fileinformation.FileStandardInformation;
import com.hierynomus.mssmb2.SMB2CreateDisposition;
import com.hierynomus.mssmb2.SMB2CreateOptions;
import com.hierynomus.mssmb2.SMB2ShareAccess;
import com.hierynomus.mssmb2.SMBApiException;
import com.hierynomus.smbj.SMBClient;
import com.hierynomus.smbj.SmbConfig;
import com.hierynomus.smbj.auth.AuthenticationContext;
import com.hierynomus.smbj.session.Session;
import com.hierynomus.smbj.share.DiskEntry;
import com.hierynomus.smbj.share.DiskShare;
import com.hierynomus.smbj.share.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.remote.Limits;
import org.stitchery.transport.remote.Login;
import org.stitchery.transport.remote.Names;
import org.stitchery.transport.remote.RemoteSession;
import org.stitchery.transport.remote.Sockets;

/**
 * One login at a share, version 2.0.2 to 3.1.1 of the protocol, every message signed. A server that refers us to another
 * one is not followed, and one that lets us in as a guest is not believed: guests' messages are not signed.
 */
final class SmbSession implements RemoteSession {

    private static final int CHUNK = 64 * 1024;

    private static final Set<NtStatus> TAKEN = EnumSet.of(NtStatus.STATUS_OBJECT_NAME_COLLISION);
    private static final Set<NtStatus> MISSING = EnumSet.of(
            NtStatus.STATUS_OBJECT_NAME_NOT_FOUND,
            NtStatus.STATUS_NO_SUCH_FILE,
            NtStatus.STATUS_NOT_FOUND,
            NtStatus.STATUS_DELETE_PENDING);
    private static final Set<NtStatus> BROKEN = EnumSet.of(
            NtStatus.STATUS_NETWORK_NAME_DELETED,
            NtStatus.STATUS_USER_SESSION_DELETED,
            NtStatus.STATUS_OBJECT_PATH_NOT_FOUND,
            NtStatus.STATUS_NETWORK_SESSION_EXPIRED);

    /** Something asked of the server. */
    private interface Question<T> {
        T asked() throws IOException;
    }

    private final PlaceUri uri;
    private final String password;
    private final Limits limits;
    private final Sockets sockets;
    private final String shareName;
    private final String folder;
    private @Nullable DiskShare share;

    SmbSession(PlaceUri uri, String password, Limits limits) {
        this.uri = uri;
        this.password = password;
        this.limits = limits;
        this.sockets = new Sockets(limits.connect());
        String path = uri.path().substring(1);
        int slash = path.indexOf('/');
        this.shareName = slash < 0 ? path : path.substring(0, slash);
        this.folder = slash < 0 ? "" : path.substring(slash + 1).replace('/', '\\');
    }

    @Override
    public void connect() throws IOException {
        SmbConfig config = SmbConfig.builder()
                .withSocketFactory(sockets)
                .withTimeout(limits.silence().toMillis(), TimeUnit.MILLISECONDS)
                .withSigningRequired(true)
                .withDfsEnabled(false)
                .withMultiProtocolNegotiate(false)
                .build();
        Session session;
        try {
            session = new SMBClient(config)
                    .connect(uri.host(), uri.port())
                    .authenticate(new AuthenticationContext(
                            uri.user(), password.toCharArray(), uri.more().getOrDefault("domain", "")));
        } catch (SMBApiException e) {
            throw Login.refused(uri, words(e));
        }
        if (session.isGuest()) {
            throw Login.refused(uri, "it would do so as a guest only");
        }
        try {
            if (!(session.connectShare(shareName) instanceof DiskShare disk)) {
                throw Login.noFolder(uri, shareName + " is no share of files");
            }
            share = disk;
            if (!folder.isEmpty() && !disk.folderExists(folder)) {
                throw Login.noFolder(uri, "not in the share " + shareName);
            }
        } catch (SMBApiException e) {
            if (e.getStatus() == NtStatus.STATUS_ACCESS_DENIED) {
                throw new TransportException(
                        TransportException.Reason.REFUSED,
                        uri.place(),
                        uri.user() + " may not use the share " + shareName,
                        "Change who may use it.",
                        e);
            }
            throw Login.noFolder(uri, words(e));
        }
    }

    private DiskShare share() throws IOException {
        if (share == null) {
            throw new IOException("not connected");
        }
        return share;
    }

    private String path(String fileName) {
        return folder.isEmpty() ? fileName : folder + "\\" + fileName;
    }

    @Override
    public Optional<PlacedFile> look(String fileName) throws IOException {
        return asked("looking for " + fileName, () -> {
            try (DiskEntry entry = opened(fileName, AccessMask.FILE_READ_ATTRIBUTES)) {
                return Optional.of(new PlacedFile(
                        fileName,
                        entry.getFileInformation(FileStandardInformation.class).getEndOfFile()));
            } catch (SMBApiException e) {
                if (MISSING.contains(e.getStatus())) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private DiskEntry opened(String fileName, AccessMask access) throws IOException {
        return share().open(
                        path(fileName),
                        EnumSet.of(access),
                        null,
                        SMB2ShareAccess.ALL,
                        SMB2CreateDisposition.FILE_OPEN,
                        EnumSet.of(SMB2CreateOptions.FILE_OPEN_REPARSE_POINT));
    }

    @Override
    public List<PlacedFile> list(int most) throws IOException {
        return asked("listing", () -> {
            List<PlacedFile> found = new ArrayList<>();
            for (FileIdBothDirectoryInformation entry : share().list(folder)) {
                boolean isFolder =
                        (entry.getFileAttributes() & FileAttributes.FILE_ATTRIBUTE_DIRECTORY.getValue()) != 0;
                if (found.size() < most && !isFolder && Names.isPlain(entry.getFileName())) {
                    found.add(new PlacedFile(entry.getFileName(), entry.getEndOfFile()));
                }
            }
            return found;
        });
    }

    @Override
    public void write(String fileName, byte[] content, Runnable moved) throws IOException {
        asked("writing " + fileName, () -> {
            try (File file = share().openFile(
                            path(fileName),
                            EnumSet.of(AccessMask.GENERIC_WRITE),
                            EnumSet.of(FileAttributes.FILE_ATTRIBUTE_NORMAL),
                            EnumSet.of(SMB2ShareAccess.FILE_SHARE_READ),
                            SMB2CreateDisposition.FILE_CREATE,
                            EnumSet.of(SMB2CreateOptions.FILE_NON_DIRECTORY_FILE))) {
                for (int at = 0; at < content.length; at += CHUNK) {
                    file.write(content, at, at, Math.min(CHUNK, content.length - at));
                    moved.run();
                }
                file.flush();
            }
            moved.run();
            return Boolean.TRUE;
        });
    }

    @Override
    public void rename(String fileName, String newName) throws IOException {
        asked("renaming " + fileName + " to " + newName, () -> {
            try (DiskEntry entry = opened(fileName, AccessMask.DELETE)) {
                entry.rename(path(newName), false);
            }
            return Boolean.TRUE;
        });
    }

    @Override
    public void remove(String fileName) throws IOException {
        asked("removing " + fileName, () -> {
            share().rm(path(fileName));
            return Boolean.TRUE;
        });
    }

    private <T> T asked(String what, Question<T> question) throws IOException {
        try {
            return question.asked();
        } catch (SMBApiException e) {
            if (BROKEN.contains(e.getStatus())) {
                throw new IOException(words(e), e);
            }
            throw refused(what, e);
        }
    }

    private FilePlaceException refused(String what, SMBApiException e) {
        NtStatus status = e.getStatus();
        Reason reason = TAKEN.contains(status)
                ? Reason.TAKEN
                : MISSING.contains(status)
                        ? Reason.MISSING
                        : status == NtStatus.STATUS_DISK_FULL ? Reason.FULL : Reason.REFUSED;
        String wayOut = switch (reason) {
            case TAKEN -> "The name is taken; take the file away or choose another name.";
            case MISSING -> "Something else takes files from this folder.";
            case FULL -> "Make room there.";
            case REFUSED, UNANSWERED -> "Let " + uri.user() + " write, rename and delete in this folder.";
        };
        return new FilePlaceException(
                reason, uri.place() + ": " + what + ": the server says " + words(e) + ". " + wayOut, e);
    }

    private static String words(SMBApiException e) {
        NtStatus status = e.getStatus();
        return status == NtStatus.STATUS_OTHER
                ? String.format(Locale.ROOT, "status 0x%08x", e.getStatusCode())
                : status.name();
    }

    @Override
    public void abandon() {
        sockets.close();
    }
}
