package org.stitchery.service.account;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stitchery.service.platform.Actor;

/**
 * The token that every form carries and no other site can know: a keyed hash of the account and its session epoch. It
 * is the same in all tabs of a session, worthless for another account and dead after logout or a change of password;
 * nothing has to be stored for it, and no cookie.
 */
@ApplicationScoped
public class FormToken {

    /** Name of the hidden field. */
    public static final String FIELD = "form-token";

    /** Name of the header that may carry it instead. */
    public static final String HEADER = "X-Form-Token";

    private final SecretKeySpec key;

    FormToken(@ConfigProperty(name = SessionKeySource.PROPERTY) String sessionKey) {
        this.key = new SecretKeySpec(sessionKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The token for forms shown to this person; also for somebody who is not logged in. */
    public String of(SecurityIdentity identity) {
        Actor actor = identity.getAttribute(CurrentAccount.ACTOR);
        Long epoch = identity.getAttribute(Identities.EPOCH);
        String whom = actor == null ? "nobody" : actor.id() + "." + epoch;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(("form token of " + whom).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /** True when the text is this person's token. */
    boolean isOf(SecurityIdentity identity, String text) {
        return MessageDigest.isEqual(
                of(identity).getBytes(StandardCharsets.US_ASCII), text.getBytes(StandardCharsets.UTF_8));
    }
}
