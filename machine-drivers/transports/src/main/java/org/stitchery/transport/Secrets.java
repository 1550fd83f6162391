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
        return name -> Optional.ofNullable(environment.get(variable(name)));
    }

    /** The variable of the environment that holds the secret of that name. */
    static String variable(String name) {
        return "STITCHERY_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
