package org.stitchery.service.artwork;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.lettering.Inscription;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.Ledger;
import org.stitchery.service.platform.LedgerEntry;
import org.stitchery.service.platform.ProblemException;

/** Proofs: asked for, made, looked at, approved. Each step is one statement that expects the state it leaves. */
@ApplicationScoped
public class Proofs implements PanacheRepositoryBase<ProofEntity, UUID> {

    /** Tries of one proof before it is parked: a drawing that kills its worker must not circle for ever. */
    static final int MOST_TRIES = 3;

    private static final int LONGEST_TITLE = 120;

    /** Longest time without a sign of life before another node may take it over. */
    private static final String LEASE = "interval '60 seconds'";

    private final Ids ids;
    private final Ledger ledger;
    private final AdviceBook advice;

    Proofs(Ids ids, Ledger ledger, AdviceBook advice) {
        this.ids = ids;
        this.ledger = ledger;
        this.advice = advice;
    }

    /** The proof, if it exists and this person may see it: their own, or any for staff. */
    @Transactional
    public Optional<ProofView> visible(UUID id, Actor actor) {
        Optional<ProofEntity> row = actor.is(Role.CUSTOMER)
                ? find("id = ?1 and accountId = ?2", id, actor.id()).firstResultOptional()
                : findByIdOptional(id);
        return row.map(ProofEntity::toView);
    }

    /** The proofs of a list of names that this person may see, in its order; empty when there is none. */
    @Transactional
    public List<ProofView> ofNames(UUID nameList, Actor actor) {
        List<ProofEntity> rows = actor.is(Role.CUSTOMER)
                ? list("nameList = ?1 and accountId = ?2 order by nameNumber", nameList, actor.id())
                : list("nameList = ?1 order by nameNumber", nameList);
        return rows.stream().map(ProofEntity::toView).toList();
    }

    /** True when this person may see the design: staff may, and whoever has a proof of it or was offered it. */
    @Transactional
    public boolean mayBeSeenBy(String designSha256, Actor actor) {
        return !actor.is(Role.CUSTOMER)
                || count("designSha256 = ?1 and accountId = ?2", designSha256, actor.id()) > 0
                || advice.offers(designSha256, actor.id());
    }

    /**
     * The customer wants exactly what they saw.
     *
     * @param designSha256 the design on their screen; another one, made meanwhile, is refused
     * @throws ProblemException 404 when there is no such proof of theirs, 409 when it is not ready or shows another design
     */
    @Transactional
    public ProofView approve(UUID id, String designSha256, Actor by) {
        ProofView seen = ownProof(id, by);
        if (!designSha256.equals(seen.designSha256())) {
            throw ProblemException.conflict(
                    "PROOF_CHANGED", "The proof is another one by now. Look at it again before you approve it.");
        }
        if (seen.state() == ProofState.PROOF_APPROVED) {
            return seen;
        }
        int changed = sql("update proof set state = 'PROOF_APPROVED', version = version + 1, changed_at = now()"
                        + " where id = ?1 and version = ?2 and state = 'PROOF_READY'")
                .setParameter(1, id)
                .setParameter(2, seen.version())
                .executeUpdate();
        if (changed == 0) {
            // The same wish sent twice at once: the other one approved it while we waited for its row.
            getEntityManager().clear();
            ProofView now = ownProof(id, by);
            if (now.state() == ProofState.PROOF_APPROVED && designSha256.equals(now.designSha256())) {
                return now;
            }
            throw ProblemException.conflict(
                    "PROOF_NOT_READY", "This proof cannot be approved now. Reload the page to see how it stands.");
        }
        ledger.append(
                LedgerEntry.of("proof", id, seen.version() + 1, "proof_approved", by, Map.of("design", designSha256)));
        getEntityManager().clear();
        return ownProof(id, by);
    }

    @Transactional
    UUID ask(ArtworkView artwork, ProofChoices choices, UUID accountId) {
        return ask(artwork, choices, accountId, null, 0);
    }

    /**
     * Asks for one proof for each name, all or none.
     *
     * @param choices with words, whose words each name takes the place of
     * @return the list
     */
    @Transactional
    UUID askForNames(ArtworkView artwork, ProofChoices choices, List<String> names, UUID accountId) {
        Inscription words = choices.words();
        if (words == null) {
            throw new IllegalArgumentException("A list of names needs to know how they are written");
        }
        UUID nameList = ids.next();
        for (int i = 0; i < names.size(); i++) {
            ask(artwork, choices.withWords(words.withWords(names.get(i))), accountId, nameList, i + 1);
        }
        return nameList;
    }

    /**
     * Takes proofs off their list of names and asks for others in their places, all or none. Those taken off stay as they
     * are, each on its own.
     *
     * @param nameList the list
     * @param changed what is wanted now, for proofs of that list; what is approved or no longer on it is left alone
     * @return what was asked for, by the proof whose place it has
     */
    @Transactional
    Map<UUID, UUID> replaceNames(ArtworkView artwork, UUID nameList, Map<UUID, ProofChoices> changed, UUID accountId) {
        Map<UUID, UUID> asked = new LinkedHashMap<>();
        changed.forEach((proof, choices) -> {
            List<?> numbers = sql("select name_number from proof where id = ?1 and account_id = ?2 and name_list = ?3"
                            + " and state <> 'PROOF_APPROVED' for update")
                    .setParameter(1, proof)
                    .setParameter(2, accountId)
                    .setParameter(3, nameList)
                    .getResultList();
            if (!numbers.isEmpty()) {
                sql("update proof set name_list = null, name_number = null, version = version + 1, changed_at = now()"
                                + " where id = ?1")
                        .setParameter(1, proof)
                        .executeUpdate();
                int number = ((Number) numbers.get(0)).intValue();
                asked.put(proof, ask(artwork, choices, accountId, nameList, number));
            }
        });
        getEntityManager().clear();
        return asked;
    }

    private UUID ask(
            ArtworkView artwork, ProofChoices choices, UUID accountId, @Nullable UUID nameList, int nameNumber) {
        UUID id = ids.next();
        Inscription words = choices.words();
        sql("insert into proof (id, account_id, artwork_id, title, width_mm, fabric, palette, hoop, cloth,"
                        + " least_line_mm, only_threads, words, words_kind, face, letter_mm, words_line, words_place,"
                        + " words_rgb, name_list, name_number, state) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,"
                        + " ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, 'DIGITIZING')")
                .setParameter(1, id)
                .setParameter(2, accountId)
                .setParameter(3, artwork.id())
                .setParameter(4, title(artwork, words))
                .setParameter(5, choices.widthMm())
                .setParameter(6, choices.fabric())
                .setParameter(7, choices.palette())
                .setParameter(8, choices.hoop())
                .setParameter(
                        9, choices.cloth() == null ? null : choices.cloth().name(), String.class)
                .setParameter(10, choices.leastLineMm())
                .setParameter(11, String.join(",", choices.onlyThreads()))
                .setParameter(12, words == null ? null : words.words(), String.class)
                .setParameter(13, words == null ? null : words.kind().name(), String.class)
                .setParameter(14, words == null ? null : words.face(), String.class)
                .setParameter(15, words == null ? null : words.heightMm(), Double.class)
                .setParameter(16, words == null ? null : words.line().name(), String.class)
                .setParameter(17, words == null ? null : words.place().name(), String.class)
                .setParameter(18, words == null ? null : words.rgb(), Integer.class)
                .setParameter(19, nameList, UUID.class)
                .setParameter(20, nameList == null ? null : nameNumber, Integer.class)
                .executeUpdate();
        return id;
    }

    /** What the floor reads too: the drawing's title, and the words, since they are what tells one garment from another. */
    private static String title(ArtworkView artwork, @Nullable Inscription words) {
        if (words == null) {
            return artwork.title();
        }
        String said = artwork.title() + " · " + words.words().replaceAll("\\s+", " ");
        return said.length() <= LONGEST_TITLE ? said : said.substring(0, LONGEST_TITLE - 1) + "…";
    }

    /** Takes up to so many proofs for one try each, oldest first, never one that another node is at. */
    @Transactional
    List<ProofView> claim(int most) {
        List<?> taken = sql("update proof set tries = tries + 1, lease_until = now() + " + LEASE
                        + ", version = version + 1, changed_at = now() where id in (select id from proof"
                        + " where state = 'DIGITIZING' and tries < " + MOST_TRIES
                        + " and (lease_until is null or lease_until < now())"
                        + " order by created_at limit ?1 for update skip locked) returning id")
                .setParameter(1, most)
                .getResultList();
        return taken.stream()
                .map(UUID.class::cast)
                .map(id -> findById(id).toView())
                .toList();
    }

    /** Tries so far. */
    @Transactional
    int tries(UUID id) {
        return findByIdOptional(id).map(row -> row.tries).orElse(0);
    }

    /** A sign of life for those being made. */
    @Transactional
    void keepLease(Collection<UUID> underWay) {
        if (!underWay.isEmpty()) {
            sql("update proof set lease_until = now() + " + LEASE + " where state = 'DIGITIZING' and id in (?1)")
                    .setParameterList(1, underWay)
                    .executeUpdate();
        }
    }

    @Transactional
    void ready(UUID id, String designSha256, List<ProofAdvice> told) {
        int changed = sql("update proof set state = 'PROOF_READY', design_sha256 = ?2, lease_until = null,"
                        + " version = version + 1, changed_at = now() where id = ?1 and state = 'DIGITIZING'")
                .setParameter(1, id)
                .setParameter(2, designSha256)
                .executeUpdate();
        if (changed == 1) {
            advice.write(id, told);
        }
    }

    @Transactional
    void failed(UUID id, String code, String sentence) {
        sql("update proof set state = 'DIGITIZE_FAILED', failure_code = ?2, failure = ?3, lease_until = null,"
                        + " version = version + 1, changed_at = now() where id = ?1 and state = 'DIGITIZING'")
                .setParameter(1, id)
                .setParameter(2, code)
                .setParameter(3, sentence)
                .executeUpdate();
    }

    /** Gives it back for another try; a try for which no worker had time does not count. */
    @Transactional
    void giveBack(UUID id, boolean countsAsTry) {
        sql("update proof set lease_until = null, tries = tries - ?2, version = version + 1, changed_at = now()"
                        + " where id = ?1 and state = 'DIGITIZING'")
                .setParameter(1, id)
                .setParameter(2, countsAsTry ? 0 : 1)
                .executeUpdate();
    }

    /** Parks what has been tried three times and whose last maker gave no sign of life. */
    @Transactional
    int park(String sentence) {
        return sql("update proof set state = 'DIGITIZE_FAILED', failure_code = 'POISON', failure = ?1,"
                        + " lease_until = null, version = version + 1, changed_at = now()"
                        + " where state = 'DIGITIZING' and tries >= " + MOST_TRIES
                        + " and (lease_until is null or lease_until < now())")
                .setParameter(1, sentence)
                .executeUpdate();
    }

    /** How many are asked for before this one and still to be made. */
    @Transactional
    public long ahead(ProofView proof) {
        return count("state = ?1 and createdAt < ?2", ProofState.DIGITIZING, proof.createdAt());
    }

    private ProofView ownProof(UUID id, Actor by) {
        return find("id = ?1 and accountId = ?2", id, by.id())
                .firstResultOptional()
                .map(ProofEntity::toView)
                .orElseThrow(() -> ProblemException.notFound("PROOF_UNKNOWN", "There is no such proof."));
    }

    private NativeQuery<?> sql(String statement) {
        return getEntityManager().createNativeQuery(statement).unwrap(NativeQuery.class);
    }
}
