package org.millrace.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.planning.TestingPlans.Line;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is planned, approved, rejected and reopened in whatever order: one document at most for
 * each.
 */
class AnySequenceOfPlansTest {
  private static final int PROPOSALS = 5;

  private final TestingCore core = TestingCore.running();

  @Property(tries = 10)
  void noProposalGivesTwoDocumentsAndTheSamePlanChangesNothing(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 25) int acts) {
    Random random = new Random(seed);
    TestingPlans plans = new TestingPlans(core);
    Map<String, String> decided = new HashMap<>();
    for (int i = 0; i < acts; i++) {
      String id = "P-" + random.nextInt(PROPOSALS);
      switch (random.nextInt(5)) {
        case 0, 1 -> planTwice(plans, random);
        case 2 ->
            note(
                decided,
                id,
                plans.approve(
                    id, "{'supplier':'S-1','unitPrice':%d}".formatted(1 + random.nextInt(9))),
                "approved");
        case 3 -> note(decided, id, plans.reject(id, "No"), "rejected");
        default -> reopen(decided, id, plans.reopen(id));
      }
    }
    for (int i = 0; i < PROPOSALS; i++) {
      String id = "P-" + i;
      boolean approved = "approved".equals(decided.get(id));
      assertThat(plans.documentsFor(id)).as(id).isEqualTo(approved ? 1 : 0);
      if (decided.containsKey(id)) {
        assertThat(plans.get("/planning/proposals/" + id).json().get("state").asString())
            .isEqualTo(decided.get(id));
      }
    }
    assertThat(versionsInARow(plans)).isEmpty();
  }

  private static void planTwice(TestingPlans plans, Random random) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < PROPOSALS; i++) {
      if (random.nextInt(3) > 0) {
        lines.add(TestingPlans.buy("P-" + i, 1 + random.nextInt(2)));
      }
    }
    String version = "V" + random.nextInt(1_000_000);
    plans.plan(version, "2099-01-01", lines).expecting(200);
    int before = events(plans);
    JsonNode again = plans.plan(version, "2099-01-01", lines).expecting(200).json();
    assertThat(again.get("made").asInt() + again.get("changed").asInt()).isZero();
    assertThat(again.get("withdrawn").asInt()).isZero();
    assertThat(events(plans)).isEqualTo(before);
  }

  private static int events(TestingPlans plans) {
    return plans.events("planning.proposal-made") + plans.events("planning.proposal-withdrawn");
  }

  private static void note(
      Map<String, String> decided, String id, HttpAnswer answer, String decision) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 201, 404, 409);
    if (answer.status() < 300) {
      assertThat(decided.put(id, decision)).as("decisions on " + id + " before").isNull();
    }
  }

  private static void reopen(Map<String, String> decided, String id, HttpAnswer answer) {
    assertThat(answer.status()).as(answer.body()).isIn(200, 404, 409);
    assertThat(answer.status() == 200).as(id).isEqualTo(decided.remove(id) != null);
  }

  /** Proposals whose event versions do not read 1, 2, 3 and so on. */
  private List<String> versionsInARow(TestingPlans plans) {
    return core.jdbc()
        .sql(
            """
            select aggregate_id from outbox.event
            where company = ? and type like 'planning.proposal-%'
            group by aggregate_id
            having count(*) <> max(aggregate_version)
              or count(distinct aggregate_version) <> count(*)
            """)
        .params(plans.company())
        .query(String.class)
        .list();
  }
}
