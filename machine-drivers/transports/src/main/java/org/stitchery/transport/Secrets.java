package org.stitchery.transport;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where passwords and keys are kept, so that addresses hold their names only. */
public interface Secrets {

    /** The secret of that name. */
    Optional<String> find(String name);

    /** Variables of the environment: the secret {@code press-3} is {@code STITCHERY_SECRET_PRESS_3}. */
    static Secrets of(Map<String, String> environment) {
        return name -> Optional.ofNullable(environment.get(
                "STITCHERY_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
