package org.stitchery.service.order;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.artwork.ProofState;
import org.stitchery.service.artwork.ProofView;

/**
 * Everything the page of a list of names shows.
 *
 * @param id the list
 * @param names in its order
 */
record NameListSheet(UUID id, List<Name> names) {

    NameListSheet {
        names = List.copyOf(names);
    }

    /**
     * One name.
     *
     * @param sheet its proof, null until there are stitches
     */
    record Name(ProofView proof, @Nullable ProofSheet sheet) {

        /** What is written, on one line. */
        public String words() {
            return proof.choices().words() == null
                    ? proof.title()
                    : proof.choices().words().words().replace('\n', ' ');
        }

        /** True when it came to grief. */
        public boolean isFailed() {
            return proof.state() == ProofState.DIGITIZE_FAILED;
        }
    }

    /** True while stitches are still being made. */
    public boolean isUnderWay() {
        return names.stream().anyMatch(name -> name.proof().isUnderWay());
    }

    /** How many are made, well or not. */
    public long made() {
        return names.stream().filter(name -> !name.proof().isUnderWay()).count();
    }

    /** True when all of it can be ordered. */
    public boolean isSewable() {
        return names.stream()
                .allMatch(name -> name.sheet() != null && name.sheet().isSewable());
    }

    /** All names, a garment each. */
    public long totalCents() {
        return names.stream()
                .map(Name::sheet)
                .filter(Objects::nonNull)
                .mapToLong(sheet -> sheet.price().totalCents())
                .sum();
    }

    /** ISO 4217; empty while nothing is made. */
    public String currency() {
        return names.stream()
                .map(Name::sheet)
                .filter(Objects::nonNull)
                .findFirst()
                .map(sheet -> sheet.price().currency())
                .orElse("");
    }
}
