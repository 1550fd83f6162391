package org.stitchery.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionKeyFileTest {

    @Test
    void theKeyIsMadeOnceKeptAndReadableByItsOwnerOnly(@TempDir Path data) throws Exception {
        String key = new SessionKeyFile(data.resolve("new")).key();

        assertThat(key).hasSizeGreaterThanOrEqualTo(43);
        assertThat(new SessionKeyFile(data.resolve("new")).key()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("new/session.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data.resolve("new"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void everybodyWhoStartsAtOnceGetsTheSameKey(@TempDir Path data) {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 32).parallel().forEach(i -> keys.add(new SessionKeyFile(data).key()));

        assertThat(keys).hasSize(1);
    }

    @Test
    void aKeyThatIsTooShortIsRefusedWithTheWayOut(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("session.key"), "short");

        assertThatThrownBy(() -> new SessionKeyFile(data).key())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("session.key")
                .hasStackTraceContaining("delete it");
    }
}
