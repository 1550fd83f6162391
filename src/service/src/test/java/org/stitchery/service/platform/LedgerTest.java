package org.stitchery.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LedgerTest {

    private static final Actor ROSA = new Actor(UUID.randomUUID(), "Rosa", "operator");

    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    @Test
    void whatIsAppendedComesBackInOrderWithEverythingItSaid() {
        UUID order = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.append(
                    LedgerEntry.of("order", order, 1, "approved", ROSA, Map.of("total", 1250, "why", "liked it")));
            ledger.append(LedgerEntry.of("order", order, 2, "released", Actor.SYSTEM, Map.of()));
        });

        assertThat(ledger.of("order", order)).extracting(LedgerRow::event).containsExactly("approved", "released");
        LedgerRow first = ledger.of("order", order).get(0);
        assertThat(first.actor()).isEqualTo(ROSA);
        assertThat(first.payload()).containsEntry("total", 1250).containsEntry("why", "liked it");
        assertThat(first.fence()).isNull();
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrDeleteARow() {
        UUID order = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> ledger.append(LedgerEntry.of("order", order, 1, "approved", ROSA, Map.of())));

        for (String sql : new String[] {
            "update ledger_event set event = 'forged'", "delete from ledger_event", "truncate ledger_event"
        }) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(sql).executeUpdate()))
                    .hasStackTraceContaining("The ledger is only added to");
        }
        assertThat(ledger.of("order", order)).hasSize(1);
    }

    @Test
    void aRunCannotHaveTwoRowsOfOneVersion() {
        UUID run = UUID.randomUUID();
        LedgerEntry entry = LedgerEntry.of("run", run, 1, "assign", ROSA, Map.of());
        QuarkusTransaction.requiringNew().run(() -> ledger.append(entry));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> ledger.append(entry)))
                .hasStackTraceContaining("ledger_event_run_version");
    }

    @Test
    void aRowNeedsTheTransactionOfTheChangeItSpeaksOf() {
        assertThatThrownBy(
                        () -> ledger.append(LedgerEntry.of("order", UUID.randomUUID(), 1, "approved", ROSA, Map.of())))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }
}
