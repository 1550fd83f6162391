package org.stitchery.service.artwork;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.lettering.Inscription;

/** A proof's row, for reading: {@link Proofs} changes it by single statements. */
@Entity
@Immutable
@Table(name = "proof")
class ProofEntity {

    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "artwork_id")
    UUID artworkId;

    String title;

    @Column(name = "width_mm")
    double widthMm;

    String fabric;

    String palette;

    String hoop;

    @Nullable
    String words;

    @Enumerated(EnumType.STRING)
    @Column(name = "words_kind")
    Inscription.@Nullable Kind wordsKind;

    @Nullable
    String face;

    @Nullable
    @Column(name = "letter_mm")
    Double letterMm;

    @Enumerated(EnumType.STRING)
    @Column(name = "words_line")
    Inscription.@Nullable Line wordsLine;

    @Enumerated(EnumType.STRING)
    @Column(name = "words_place")
    Inscription.@Nullable Place wordsPlace;

    @Nullable
    @Column(name = "words_rgb")
    Integer wordsRgb;

    @Column(name = "least_line_mm")
    double leastLineMm;

    @Column(name = "only_threads")
    String onlyThreads;

    @Nullable
    @Enumerated(EnumType.STRING)
    ClothColor cloth;

    @Nullable
    @Column(name = "name_list")
    UUID nameList;

    @Nullable
    @Column(name = "name_number")
    Integer nameNumber;

    @Enumerated(EnumType.STRING)
    ProofState state;

    int version;

    int tries;

    @Nullable
    @Column(name = "design_sha256")
    String designSha256;

    @Nullable
    @Column(name = "failure_code")
    String failureCode;

    @Nullable
    String failure;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ProofEntity() {}

    ProofView toView() {
        return new ProofView(
                id,
                accountId,
                artworkId,
                title,
                new ProofChoices(
                        widthMm, fabric, palette, hoop, cloth, inscription(), leastLineMm, Mend.codes(onlyThreads)),
                state,
                version,
                designSha256,
                failureCode,
                failure,
                nameList,
                createdAt);
    }

    /** All seven are there or none, the schema sees to that. */
    private @Nullable Inscription inscription() {
        if (words == null
                || wordsKind == null
                || face == null
                || letterMm == null
                || wordsLine == null
                || wordsPlace == null
                || wordsRgb == null) {
            return null;
        }
        return new Inscription(words, wordsKind, face, letterMm, wordsLine, wordsPlace, wordsRgb);
    }
}
