package org.stitchery.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stitchery.service.platform.Actor;

/** The table is the law; these tests are what the law must never allow. */
class RunTransitionTest {

    private static final Set<RunState> NEEDLE = Arrays.stream(RunState.values())
            .filter(RunState::hasNeedle)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RunState.class)));

    @Test
    void onlyPeopleAtTheMachinesLeadOutOfSuspect() {
        assertThat(from(RunState.SUSPECT))
                .isNotEmpty()
                .allSatisfy(
                        transition -> assertThat(transition.who()).containsExactlyInAnyOrder("operator", "planner"));
    }

    @Test
    void noAutomaticEdgeLeadsFromTheNeedleBackToBeforeItExceptARefusalWithProof() {
        List<RunTransition> back = RunTransition.ALL.stream()
                .filter(transition -> NEEDLE.contains(transition.from()))
                .filter(transition -> transition.to() != null && !NEEDLE.contains(transition.to()))
                .filter(transition -> !Objects.requireNonNull(transition.to()).isFinal())
                .filter(transition -> transition.mayBeDoneBy(Actor.SYSTEM))
                .toList();

        assertThat(back).extracting(RunTransition::event).containsExactly(RunEvent.REFUSED);
        assertThat(back).extracting(RunTransition::from).containsExactly(RunState.INTENT);
    }

    @Test
    void theNeedleIsOnlyReachedThroughAnIntentOrAPersonsWord() {
        List<RunTransition> in = RunTransition.ALL.stream()
                .filter(transition -> !NEEDLE.contains(transition.from()))
                .filter(transition -> transition.to() != null && NEEDLE.contains(transition.to()))
                .toList();

        assertThat(in).extracting(RunTransition::event).containsExactly(RunEvent.INTENT);
        assertThat(in).extracting(RunTransition::from).containsExactly(RunState.ARMED);
        assertThat(in.get(0).mayBeDoneBy(Actor.SYSTEM))
                .as("nothing starts a needle by itself")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"DONE", "CANCELLED", "SPOILED"})
    void nothingFollowsAnEndState(RunState state) {
        assertThat(from(state)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RunState.class,
            names = {"INTENT", "SENDING", "SEWING", "PAUSED"})
    void whateverHasTheNeedleCanBecomeSuspectByAnyonesDoubt(RunState state) {
        RunTransition doubt = RunTransition.of(state, RunEvent.DOUBT).orElseThrow();

        assertThat(doubt.to()).isEqualTo(RunState.SUSPECT);
        assertThat(doubt.who()).contains("system", "operator", "planner", "owner");
    }

    @Test
    void aCustomerCanOnlyCancelWhatHasNotBegun() {
        Actor carla = TestShop.CARLA;

        assertThat(RunTransition.ALL.stream().filter(transition -> transition.mayBeDoneBy(carla)))
                .extracting(RunTransition::event)
                .containsOnly(RunEvent.CANCEL);
        assertThat(RunTransition.mayStop(carla)).isFalse();
    }

    @Test
    void everyStateButTheFirstCanBeReachedAndEveryEventIsInTheTable() {
        Set<RunState> reached = RunTransition.ALL.stream()
                .map(RunTransition::to)
                .filter(state -> state != null)
                .collect(Collectors.toCollection(() -> EnumSet.of(RunState.WAITING)));

        assertThat(reached).containsExactlyInAnyOrder(RunState.values());
        assertThat(RunTransition.ALL.stream().map(RunTransition::event).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(RunEvent.values());
    }

    @Test
    void whatIsOfferedOnTheFloorIsLegal() {
        for (RunState state : RunState.values()) {
            if (!state.isFinal()) {
                assertThat(RunWords.actions(state)).as(state.name()).isNotEmpty();
            }
            for (String action : RunWords.actions(state)) {
                RunEvent event = switch (action) {
                    case "assign" -> RunEvent.ASSIGN;
                    case "unassign" -> RunEvent.UNASSIGN;
                    case "hold" -> RunEvent.HOLD;
                    case "unhold" -> RunEvent.UNHOLD;
                    case "cancel" -> RunEvent.CANCEL;
                    case "move" -> RunEvent.MOVE;
                    case "hooped", "hooped-and-start" -> RunEvent.HOOPED;
                    case "start" -> RunEvent.INTENT;
                    case "disarm" -> RunEvent.DISARM;
                    case "pause" -> RunEvent.PAUSE;
                    case "resume" -> RunEvent.RESUME;
                    case "abort" -> RunEvent.DOUBT;
                    case "give-up" -> RunEvent.GIVE_UP;
                    case "finished" -> RunEvent.FINISHED;
                    case "resolve" -> RunEvent.SPOILED;
                    default -> throw new AssertionError("An action nobody knows: " + action);
                };
                assertThat(RunTransition.of(state, event))
                        .as(state + " " + action)
                        .isPresent();
            }
        }
    }

    private static List<RunTransition> from(RunState state) {
        return RunTransition.ALL.stream()
                .filter(transition -> transition.from() == state)
                .toList();
    }
}
