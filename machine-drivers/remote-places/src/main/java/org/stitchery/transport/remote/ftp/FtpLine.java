package org.stitchery.transport.remote.ftp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.Socket;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPFileEntryParser;
import org.apache.commons.net.ftp.FTPListParseEngine;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.parser.DefaultFTPFileEntryParserFactory;
import org.apache.commons.net.ftp.parser.MLSxEntryParser;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.remote.Causes;

/**
 * The library's client, with three things it does not do: TLS whose data connections resume the session of the control
 * connection, as careful servers demand (vsftpd's {@code require_ssl_reuse}); listings of bounded length; and sockets that
 * can all be closed at once, because every one comes from one maker.
 */
final class FtpLine extends FTPClient {

    /** A listing of ten thousand long names. */
    private static final int LONGEST_LISTING = 4 * 1024 * 1024;

    private @Nullable ServerCertificate certificate;
    private boolean dataEncrypted;

    /** Asks for TLS and makes sure of the server, before anything is said that matters. */
    void encrypt(PlaceUri uri) throws IOException {
        if (sendCommand("AUTH", "TLS") != FTPReply.SECURITY_DATA_EXCHANGE_COMPLETE) {
            throw new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "the server offers no TLS (" + Causes.printable(getReplyString()) + ")",
                    "Switch it on there; use ftp: only in a network in which nobody listens.");
        }
        ServerCertificate expected = ServerCertificate.of(uri);
        SSLSocket secure = expected.wrap(_socket_, uri.port());
        try {
            secure.startHandshake();
        } catch (SSLException e) {
            throw expected.refused(uri, e);
        }
        _socket_ = secure;
        _controlInput_ = new BufferedReader(new InputStreamReader(secure.getInputStream(), getControlEncoding()));
        _controlOutput_ = new BufferedWriter(new OutputStreamWriter(secure.getOutputStream(), getControlEncoding()));
        certificate = expected;
    }

    /** From here on designs are encrypted too. */
    void encryptData() throws IOException {
        if (!FTPReply.isPositiveCompletion(sendCommand("PBSZ", "0"))
                || !FTPReply.isPositiveCompletion(sendCommand("PROT", "P"))) {
            throw new IOException("the server does not encrypt files: " + Causes.printable(getReplyString()));
        }
        dataEncrypted = true;
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, @Nullable String arg) throws IOException {
        Socket plain = super._openDataConnection_(command, arg);
        if (plain == null || !dataEncrypted || certificate == null) {
            return plain;
        }
        SSLSocket secure = certificate.wrap(plain, getRemotePort());
        secure.startHandshake();
        return secure;
    }

    /** What lies in the working directory; empty when the server refuses to list, as some do when there is nothing. */
    List<FTPFile> entries() throws IOException {
        boolean exact = hasFeature("MLST");
        FTPFileEntryParser parser =
                exact ? new MLSxEntryParser() : new DefaultFTPFileEntryParserFactory().createFileEntryParser(system());
        FTPListParseEngine engine = new FTPListParseEngine(parser);
        try (Socket data = _openDataConnection_(exact ? "MLSD" : "LIST", null)) {
            if (data == null) {
                return List.of();
            }
            engine.readServerList(new Bounded(data.getInputStream()), getControlEncoding());
        }
        completePendingCommand();
        return List.of(engine.getFiles());
    }

    /** Many servers of machines do not answer the question and list as Unix does. */
    private String system() throws IOException {
        int reply = sendCommand("SYST");
        String said = FTPReply.isPositiveCompletion(reply) ? getReplyString() : "";
        return said.contains("Windows") ? "WINDOWS" : "UNIX";
    }

    private static final class Bounded extends InputStream {

        private final InputStream in;
        private int left = LONGEST_LISTING;

        Bounded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            require();
            int one = in.read();
            left -= one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            require();
            int got = in.read(into, from, Math.min(count, left));
            left -= Math.max(0, got);
            return got;
        }

        private void require() throws IOException {
            if (left <= 0) {
                throw new IOException("the listing has more than " + LONGEST_LISTING + " bytes");
            }
        }
    }
}
