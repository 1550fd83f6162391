-- Words beside the drawing, and what was taken of our advice.
alter table proof
    add column words text check (length(words) between 1 and 200),
    add column words_kind text check (words_kind in ('TEXT', 'MONOGRAM', 'MONOGRAM_CIRCLE', 'MONOGRAM_DIAMOND')),
    add column face text,
    add column letter_mm double precision check (letter_mm > 0 and letter_mm <= 400),
    add column words_line text check (words_line in ('STRAIGHT', 'ARCHED')),
    add column words_place text check (words_place in ('BELOW', 'ABOVE')),
    add column words_rgb integer check (words_rgb between 0 and 16777215),
    -- Thinner lines are drawn so wide; 0 leaves them as they are.
    add column least_line_mm double precision not null default 0 check (least_line_mm between 0 and 10),
    -- Codes on the cones with commas; empty for the whole chart.
    add column only_threads text not null default '',
    -- Colour of the cloth, null when nobody said.
    add column cloth text check (cloth in ('NATURAL', 'WHITE', 'NAVY', 'BLACK', 'RED', 'GREEN')),
    -- Proofs asked for together, one for each name of a list, numbered in its order.
    add column name_list uuid,
    add column name_number integer,
    add constraint proof_words_whole check (
        num_nulls(words, words_kind, face, letter_mm, words_line, words_place, words_rgb) in (0, 7)),
    add constraint proof_name_whole check (num_nulls(name_list, name_number) in (0, 2)),
    add constraint proof_name_once unique (name_list, name_number);

-- What could be better about a proof, the most important first, and how.
create table proof_advice (
    proof_id uuid not null references proof,
    number integer not null check (number between 1 and 100),
    severity text not null check (severity in ('INFO', 'WARNING', 'ERROR')),
    code text not null,
    message text not null,
    element text,
    x_mm double precision,
    y_mm double precision,
    -- What would mend it, null where only a person can tell: the change, its measure, and a sentence to say yes to.
    mend text check (mend in ('LARGER_TEXT', 'LARGER_HOOP', 'THICKER_LINES', 'OTHER_THREADS')),
    mend_value text,
    mend_words text,
    -- What it would look like, null when it was not tried.
    mended_sha256 text references design,
    primary key (proof_id, number),
    check (num_nulls(mend, mend_value, mend_words) in (0, 3))
);
create index advice_of_design on proof_advice (mended_sha256);
