package org.stitchery.transport.remote.ftp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.Fingerprint;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.remote.Causes;
import org.stitchery.transport.remote.Sockets;

/**
 * Whom we expect behind TLS: the owner of the certificate whose fingerprint the address names, or else whoever the
 * authorities known to this Java vouch for under the host's name.
 *
 * <p>TLS 1.2 only: there a session can be resumed as often as files are sent. With 1.3 each resumption uses a ticket up
 * that a server hands out on a connection over which we only write.
 */
final class ServerCertificate extends X509ExtendedTrustManager {

    private static final String TICKETS = "jdk.tls.client.enableSessionTicketExtension";

    private final @Nullable Fingerprint pinned;
    private final @Nullable X509ExtendedTrustManager authorities;
    private final SSLContext context;
    private final String host;
    private volatile @Nullable Fingerprint found;

    private ServerCertificate(PlaceUri uri) throws GeneralSecurityException {
        pinned = Optional.ofNullable(uri.more().get("certificate"))
                .map(Fingerprint::parse)
                .orElse(null);
        authorities = pinned == null ? authorities() : null;
        host = uri.host();
        context = withoutTickets();
        context.init(null, new TrustManager[] {this}, null);
    }

    /**
     * Sessions that are resumed by their number. OpenSSL servers with a session of unlimited length, as vsftpd has them,
     * hand out tickets that Java throws away as too long-lived, and then there is nothing to resume. Whether tickets are
     * asked for is read from a property of the whole process when a context is made; another context made in that moment
     * would go without tickets too, which costs it nothing.
     */
    private static SSLContext withoutTickets() throws GeneralSecurityException {
        synchronized (ServerCertificate.class) {
            String before = System.getProperty(TICKETS);
            System.setProperty(TICKETS, "false");
            try {
                return SSLContext.getInstance("TLSv1.2");
            } finally {
                if (before == null) {
                    System.clearProperty(TICKETS);
                } else {
                    System.setProperty(TICKETS, before);
                }
            }
        }
    }

    static ServerCertificate of(PlaceUri uri) throws IOException {
        try {
            return new ServerCertificate(uri);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not to be had here: " + e.getMessage(), e);
        }
    }

    private static X509ExtendedTrustManager authorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager known) {
                return known;
            }
        }
        throw new GeneralSecurityException("no authorities are known");
    }

    /**
     * Java remembers sessions by the other side's host and port, as the socket below tells them. The port of the control
     * connection is told for data connections as well, so that they resume its session.
     *
     * @param port of the control connection
     */
    SSLSocket wrap(Socket plain, int port) throws IOException {
        if (plain instanceof Sockets.Disguised data) {
            data.showPort(port);
        }
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2"});
        if (pinned == null) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.setUseClientMode(true);
        return socket;
    }

    /** What a person needs to know to go on. */
    TransportException refused(PlaceUri uri, SSLException e) {
        Fingerprint seen = found;
        if (seen == null) {
            return new TransportException(
                    TransportException.Reason.REFUSED,
                    uri.place(),
                    "no TLS 1.2 with this server: " + Causes.sentence(e),
                    "Look at the server's settings for TLS.",
                    e);
        }
        return new TransportException(
                TransportException.Reason.REFUSED,
                uri.place(),
                pinned == null
                        ? "nobody vouches for the server's certificate, " + seen + " (" + Causes.sentence(e) + ")"
                        : "the server's certificate is " + seen + ", the address expects " + pinned,
                pinned == null
                        ? "Compare it at the server (openssl x509 -fingerprint -sha256); if it is the same, add"
                                + " certificate=" + seen + " to the address."
                        : "Somebody else may have answered. Compare it at the server before you change the address.",
                e);
    }

    private void check(X509Certificate[] chain, Check byAuthorities) throws CertificateException {
        Fingerprint seen = Fingerprint.ofEncoded(chain[0].getEncoded());
        found = seen;
        if (pinned == null) {
            byAuthorities.done();
        } else if (!pinned.equals(seen)) {
            throw new CertificateException("the certificate is " + seen);
        }
    }

    private interface Check {
        void done() throws CertificateException;
    }

    private X509ExtendedTrustManager vouching() throws CertificateException {
        X509ExtendedTrustManager known = authorities;
        if (known == null) {
            throw new CertificateException("no authorities are asked");
        }
        return known;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, () -> vouching().checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, () -> vouching().checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, () -> vouching().checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("nothing here is a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("nothing here is a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("nothing here is a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
