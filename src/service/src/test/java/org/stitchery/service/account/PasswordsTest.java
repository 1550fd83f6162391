package org.stitchery.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords(4);

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        String hash = passwords.hash("three spools of silk");

        assertThat(hash).startsWith("$2a$04$");
        assertThat(passwords.matches("three spools of silk", hash)).isTrue();
        assertThat(passwords.matches("three spools of silk ", hash)).isFalse();
    }

    @Test
    void passwordsThatDifferOnlyAfterBcryptsSeventyTwoBytesAreDifferent() {
        String long1 = "x".repeat(100) + "1 abcd";
        String long2 = "x".repeat(100) + "2 abcd";

        assertThat(passwords.matches(long2, passwords.hash(long1))).isFalse();
    }

    @Test
    void theHashOfNobodyCanBeCheckedAndNeverMatches() {
        assertThat(passwords.matches("three spools of silk", passwords.hashOfNobody()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "elevenchars", "password1234", "PASSWORD1234", "aaaaaaaaaaaaaaaa", "xx ann@example.org"
            })
    void badPasswordsAreObjectedTo(String password) {
        assertThat(passwords.objection(password, "ann@example.org")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"three spools of silk", "Nähnadel über Stoff 🧵", "correct horse battery needle"})
    void goodPasswordsAreTaken(String password) {
        assertThat(passwords.objection(password, "ann@example.org")).isEmpty();
    }

    @Test
    void moreThan128CharactersAreTooMany() {
        assertThat(passwords.objection("ab c".repeat(32), "ann")).isEmpty();
        assertThat(passwords.objection("ab c".repeat(32) + "d", "ann")).isPresent();
    }
}
