package org.stitchery.service.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps passwords as bcrypt hashes.
 *
 * <p>Bcrypt looks at the first 72 bytes only, and people may choose up to {@value #LONGEST} characters; so the password
 * is first folded with HMAC-SHA-384 into 64 characters of Base64.
 */
@ApplicationScoped
class Passwords {

    /** OWASP ASVS 5.0 asks for at least 8 and advises 15 without a second factor; ours is the house's rule W6. */
    static final int SHORTEST = 12;

    static final int LONGEST = 128;

    private static final byte[] FOLD_LABEL = "stitchery password".getBytes(StandardCharsets.US_ASCII);

    private final int cost;
    private final String hashOfNobody;
    private final Set<String> common;

    Passwords(@ConfigProperty(name = "stitchery.account.bcrypt-cost", defaultValue = "12") int cost) {
        this.cost = cost;
        this.hashOfNobody = String.format("$2a$%02d$%s", cost, "nobodyhasthispassword.".repeat(2) + "nobodyhas");
        this.common = readCommon();
    }

    String hash(String password) {
        return BcryptUtil.bcryptHash(fold(password), cost);
    }

    boolean matches(String password, String hash) {
        return BcryptUtil.matches(fold(password), hash);
    }

    /** A hash that no password has: checking against it takes as long as against a real one. */
    String hashOfNobody() {
        return hashOfNobody;
    }

    /** What is wrong with a new password, in one sentence, or nothing. */
    Optional<String> objection(String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("Use at least " + SHORTEST + " characters; a few words in a row are easy to remember.");
        }
        if (length > LONGEST) {
            return Optional.of("Use at most " + LONGEST + " characters.");
        }
        String plain = password.toLowerCase(Locale.ROOT).strip();
        if (plain.contains(login) || login.contains(plain)) {
            return Optional.of("Choose a password that does not contain your login.");
        }
        if (common.contains(plain) || plain.chars().distinct().count() < 4) {
            return Optional.of("That password is on every list of common ones. Choose another.");
        }
        return Optional.empty();
    }

    private static String fold(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA384");
            mac.init(new SecretKeySpec(FOLD_LABEL, "HmacSHA384"));
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-384", e);
        }
    }

    private static Set<String> readCommon() {
        try (InputStream in = Passwords.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
