package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be true of the floor at any moment, each rule a query that finds what breaks it and so must find nothing.
 * Run after every test of faults and every minute in production.
 */
@ApplicationScoped
public class FloorRules {

    /**
     * A rule that does not hold.
     *
     * @param rule its number, {@code R1} to {@code R12}
     * @param sentence what should be true
     * @param where what breaks it, at most twenty
     */
    public record Broken(String rule, String sentence, List<String> where) {

        public Broken {
            where = List.copyOf(where);
        }
    }

    private record Rule(String name, String sentence, String sql) {}

    private static final List<Rule> RULES = List.of(
            new Rule("R1", "At most one run has a machine's needle", """
                    select cast(machine_id as text) from run
                    where state in ('INTENT', 'SENDING', 'SEWING', 'PAUSED', 'SUSPECT')
                    group by machine_id having count(*) > 1
                    """),
            new Rule("R3", "No byte before its attempt was on disk; no needle without an attempt", """
                    select label from attempt where first_byte_at < intent_at
                    union all
                    select cast(id as text) from run
                    where state in ('INTENT', 'SENDING', 'SEWING', 'PAUSED', 'SUSPECT') and attempt_id is null
                    """),
            new Rule(
                    "R4",
                    "Between two attempts of a run it was proven or said by a person that the first did not begin",
                    """
                    select next.label from (
                        select label, run_id, intent_at,
                            lag(intent_at) over earlier as before, lag(outcome) over earlier as outcome_before,
                            lag(outcome_source) over earlier as source_before
                        from attempt window earlier as (partition by run_id order by intent_at)) next
                    where next.before is not null
                        and not (next.outcome_before = 'not_begun' and next.source_before is not null)
                        and not exists (select 1 from ledger_event e
                            where e.subject = 'run' and e.subject_id = next.run_id
                                and e.event in ('not_begun', 'resume_at') and e.actor_role in ('operator', 'planner')
                                and e.at between next.before and next.intent_at)
                    """),
            new Rule("R5", "Fences of a machine never fall from attempt to attempt", """
                    select label from (
                        select label, fence, max(fence) over (partition by machine_id order by intent_at, fence
                            rows between unbounded preceding and 1 preceding) as highest_before
                        from attempt) a
                    where fence < highest_before
                    """),
            new Rule(
                    "R6",
                    "No more bytes are acknowledged than there are; what is done was all sent, or a person says so",
                    """
                    select label from attempt where acked_bytes > bytes_total or acked_stitch > stitches_total
                    union all
                    select cast(r.id as text) from run r left join attempt a on a.id = r.attempt_id
                    where r.state = 'DONE' and (a.id is null or a.acked_bytes < a.bytes_total)
                        and not exists (select 1 from ledger_event e where e.subject = 'run' and e.subject_id = r.id
                            and e.event = 'complete' and e.actor_role in ('operator', 'planner'))
                    """),
            new Rule(
                    "R7",
                    "Every change of a run has exactly one ledger row, and the rows lead to the run as it is",
                    """
                    with row as (
                        select subject_id, version, payload ->> 'from' as came_from, payload ->> 'to' as went_to,
                            lag(payload ->> 'to') over in_order as was, lag(version) over in_order as version_before,
                            row_number() over (partition by subject_id order by version desc) as from_the_end,
                            count(*) over (partition by subject_id) as rows
                        from ledger_event where subject = 'run'
                        window in_order as (partition by subject_id order by version))
                    select cast(subject_id as text) || ' v' || version from row
                    where (version > 0 and (was is distinct from came_from or version_before <> version - 1))
                    union all
                    select cast(r.id as text) from run r left join row on row.subject_id = r.id and row.from_the_end = 1
                    where row.went_to is distinct from r.state or row.version is distinct from r.version
                        or row.rows is distinct from r.version + 1
                    """),
            new Rule("R8", "Only a person leads a run out of SUSPECT, and says why", """
                    select cast(subject_id as text) || ' v' || version from ledger_event
                    where subject = 'run' and payload ->> 'from' = 'SUSPECT'
                        and (actor_role not in ('operator', 'planner')
                            or actor_id = '00000000-0000-0000-0000-000000000000'
                            or coalesce(payload ->> 'reason', '') = '')
                    """),
            new Rule("R9", "The garments of a line add up, and each spoiled one has one replacement", """
                    select cast(j.id as text) from job j join run r on r.job_id = j.id
                    group by j.id, j.quantity having count(*) filter (where r.state <> 'SPOILED') <> j.quantity
                    union all
                    select cast(s.id as text) from run s where s.state = 'SPOILED'
                        and (select count(*) from run n where n.replacement_of = s.id) <> 1
                    """),
            new Rule("R10", "What is sent is what was approved", """
                    select a.label from attempt a join run r on r.id = a.run_id join job j on j.id = r.job_id
                        left join order_line l on l.id = j.order_line_id
                    where a.design_sha256 <> r.design_sha256 or r.design_sha256 <> j.design_sha256
                        or l.design_sha256 <> j.design_sha256
                    """),
            new Rule("R12", "Nothing stays in passing", """
                    select 'intent ' || cast(id as text) from run
                    where state = 'INTENT' and changed_at < clock_timestamp() - interval '60 seconds'
                    union all
                    select 'lease ' || m.name from machine m join run r on r.machine_id = m.id
                    where r.state in ('INTENT', 'SENDING') and m.lease_until < clock_timestamp() - interval '30 seconds'
                    """));

    private static final int SHOWN = 20;

    private final EntityManager database;

    FloorRules(EntityManager database) {
        this.database = database;
    }

    /** The rules that do not hold now; empty is good. */
    @Transactional
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        for (Rule rule : RULES) {
            List<?> found =
                    database.createNativeQuery(rule.sql()).setMaxResults(SHOWN).getResultList();
            if (!found.isEmpty()) {
                broken.add(new Broken(
                        rule.name(),
                        rule.sentence(),
                        found.stream().map(String::valueOf).toList()));
            }
        }
        return broken;
    }
}
