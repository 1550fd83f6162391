package org.stitchery.transport.remote.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stitchery.transport.Fingerprint;
import org.stitchery.transport.Secrets;
import org.stitchery.transport.remote.Peer;

/** vsftpd as the user who runs the tests: a guest's login with a list of passwords, which needs no account. */
final class Vsftpd extends Peer {

    private final boolean tls;

    Vsftpd(Path home, boolean tls) throws IOException {
        super(home, tls ? List.of("vsftpd", "openssl") : List.of("vsftpd"));
        this.tls = tls;
    }

    @Override
    protected void prepare() throws Exception {
        Files.writeString(home.resolve("passwords"), "geheim\n");
        Files.createDirectory(home.resolve("empty"));
        String settings = String.join(
                "\n",
                "listen=YES",
                "background=NO",
                "listen_address=127.0.0.1",
                "listen_port=" + port,
                "anonymous_enable=YES",
                "local_enable=NO",
                "write_enable=YES",
                "anon_upload_enable=YES",
                "anon_other_write_enable=YES",
                "anon_world_readable_only=NO",
                "anon_umask=022",
                "anon_root=" + home,
                "allow_writeable_chroot=YES",
                "run_as_launching_user=YES",
                "secure_email_list_enable=YES",
                "email_password_file=" + home.resolve("passwords"),
                "secure_chroot_dir=" + home.resolve("empty"),
                "seccomp_sandbox=NO",
                "ftp_username=" + user(),
                "vsftpd_log_file=" + home.resolve("vsftpd.log"),
                "");
        if (tls) {
            certificate("own");
            settings += String.join(
                    "\n",
                    "ssl_enable=YES",
                    "allow_anon_ssl=YES",
                    "force_anon_data_ssl=YES",
                    "force_anon_logins_ssl=YES",
                    "require_ssl_reuse=YES",
                    "ssl_ciphers=HIGH",
                    "rsa_cert_file=" + home.resolve("own.pem"),
                    "rsa_private_key_file=" + home.resolve("own.key"),
                    "");
        }
        Files.writeString(home.resolve("vsftpd.conf"), settings);
    }

    private void certificate(String name) throws InterruptedException {
        run(
                Objects.requireNonNull(program("openssl")),
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=press",
                "-addext",
                "subjectAltName=IP:127.0.0.1,DNS:localhost",
                "-keyout",
                home.resolve(name + ".key").toString(),
                "-out",
                home.resolve(name + ".pem").toString());
    }

    Fingerprint fingerprint() {
        try {
            return Fingerprint.ofEncoded(certificate().getEncoded());
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private Certificate certificate() {
        try (InputStream in = Files.newInputStream(home.resolve("own.pem"))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new AssertionError(e);
        }
    }

    /** One that trusts this server and nobody else; its password is the usual one here. */
    Path trustStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("own", certificate());
        Path file = home.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "geheim".toCharArray());
        }
        return file;
    }

    @Override
    protected List<String> command() {
        return List.of(
                Objects.requireNonNull(program("vsftpd")),
                home.resolve("vsftpd.conf").toString());
    }

    @Override
    public Secrets secrets() {
        return Secrets.of(Map.of("STITCHERY_SECRET_PRESS", "geheim", "STITCHERY_SECRET_WRONG", "geheimnis"));
    }

    @Override
    public String address(String folder) {
        return (tls ? "ftps" : "ftp") + "://anonymous@127.0.0.1:" + port + home.resolve(folder) + "?secret=press"
                + (tls ? "&certificate=" + fingerprint() : "");
    }
}
