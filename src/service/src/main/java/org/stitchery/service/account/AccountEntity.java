package org.stitchery.service.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One person's (or program's) account. */
@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    UUID id;

    @Column(nullable = false, unique = true)
    String login;

    @Column(nullable = false)
    String name;

    @Column(name = "password_hash", nullable = false)
    String passwordHash;

    @Column(nullable = false)
    String role;

    @Column(name = "session_epoch", nullable = false)
    long sessionEpoch;

    @Column(name = "created_at", nullable = false, insertable = false, updatable = false)
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected AccountEntity() {}

    @SuppressWarnings("NullAway.Init") // the database sets createdAt
    AccountEntity(UUID id, String login, String name, String passwordHash, String role) {
        this.id = id;
        this.login = login;
        this.name = name;
        this.passwordHash = passwordHash;
        this.role = role;
    }

    Account toRecord() {
        return new Account(id, login, name, role, sessionEpoch);
    }
}
