package org.stitchery.service.account;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Supplies the key that encrypts session cookies when no configuration does: made once and kept in the data folder, so
 * that a restart logs nobody out. Nodes that share the work must be given one key by configuration.
 */
public final class SessionKeySource implements ConfigSourceFactory {

    static final String PROPERTY = "quarkus.http.auth.session.encryption-key";

    /** Below every other source, so that a key that somebody configured wins. */
    private static final int LAST = Integer.MIN_VALUE + 1_000;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue data = context.getValue("stitchery.data");
        String folder = data == null || data.getValue() == null ? "data" : data.getValue();
        return List.of(new KeyFileSource(new SessionKeyFile(Path.of(folder))));
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(LAST);
    }

    /** Knows one property and makes its value when it is asked for, not before: a build asks for none. */
    private static final class KeyFileSource implements ConfigSource {

        private final SessionKeyFile file;

        KeyFileSource(SessionKeyFile file) {
            this.file = file;
        }

        @Override
        public @Nullable String getValue(String property) {
            return property.equals(PROPERTY) ? file.key() : null;
        }

        @Override
        public Map<String, String> getProperties() {
            return Map.of();
        }

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public String getName() {
            return "session key in the data folder";
        }

        @Override
        public int getOrdinal() {
            return LAST;
        }
    }
}
