package org.stitchery.service.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The accounts in the database. */
@ApplicationScoped
class Accounts implements PanacheRepositoryBase<AccountEntity, UUID> {

    private final Passwords passwords;

    Accounts(Passwords passwords) {
        this.passwords = passwords;
    }

    @Transactional
    Optional<Account> byId(UUID id) {
        return findByIdOptional(id).map(AccountEntity::toRecord);
    }

    /** The account when the password is its; takes the same time when there is no such login. */
    Optional<Account> withPassword(String login, String password) {
        Optional<AccountEntity> row = byLogin(login);
        String hash = row.map(account -> account.passwordHash).orElse(passwords.hashOfNobody());
        boolean right = passwords.matches(password, hash) && row.isPresent();
        return right ? row.map(AccountEntity::toRecord) : Optional.empty();
    }

    @Transactional
    Optional<AccountEntity> byLogin(String login) {
        return find("login", normal(login)).firstResultOptional();
    }

    @Transactional
    List<Account> all() {
        return list("", Sort.by("role").and("name")).stream()
                .map(AccountEntity::toRecord)
                .toList();
    }

    @Transactional
    boolean isEmpty() {
        return count() == 0;
    }

    /** Adds an account unless the login is taken. */
    Optional<Account> add(String login, String name, String password, String role) {
        return addHashed(login, name, passwords.hash(password), role);
    }

    /** Adds an account with a password that was hashed before. */
    @Transactional
    Optional<Account> addHashed(String login, String name, String hash, String role) {
        UUID id = UUID.randomUUID();
        int added = getEntityManager()
                .createNativeQuery("insert into account (id, login, name, password_hash, role)"
                        + " values (?1, ?2, ?3, ?4, ?5) on conflict (login) do nothing")
                .setParameter(1, id)
                .setParameter(2, normal(login))
                .setParameter(3, name)
                .setParameter(4, hash)
                .setParameter(5, role)
                .executeUpdate();
        return added == 1 ? byId(id) : Optional.empty();
    }

    /** Ends every session of the account. */
    @Transactional
    void endSessions(UUID id) {
        update("sessionEpoch = sessionEpoch + 1 where id = ?1", id);
    }

    /** Changes the password and ends every session. */
    @Transactional
    void changePassword(UUID id, String newPassword) {
        update("passwordHash = ?1, sessionEpoch = sessionEpoch + 1 where id = ?2", passwords.hash(newPassword), id);
    }

    /** Gives another role and ends every session; false when there is no such account. */
    @Transactional
    boolean changeRole(UUID id, String role) {
        return update("role = ?1, sessionEpoch = sessionEpoch + 1 where id = ?2", role, id) == 1;
    }

    private static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
