package org.millrace.analytics.planning.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostPlansTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final TestingCorePlans core = new TestingCorePlans();
  private final PostPlans posting = new PostPlans(core, Duration.ofMillis(5));

  @AfterEach
  void stops() {
    posting.close();
  }

  private static PlanToPost plan(String company, long version) {
    return new PlanToPost(company, DAY, version, List.of());
  }

  @Test
  void postsTheNewestPlanOfEachCompany() throws Exception {
    posting.post(plan("BIKES", 1));
    posting.post(plan("TOYS", 4));

    assertThat(List.of(core.next(), core.next()))
        .containsExactlyInAnyOrder(plan("BIKES", 1), plan("TOYS", 4));
  }

  @Test
  void triesAgainWhileTheCoreIsUnavailable() throws Exception {
    core.unavailable = 3;
    posting.post(plan("BIKES", 1));

    assertThat(core.next()).isEqualTo(plan("BIKES", 1));
    assertThat(core.tries).isEqualTo(4);
  }

  @Test
  void theOthersDoNotWaitForACompanyThatHasToWait() throws Exception {
    core.down = "BIKES";
    posting.post(plan("BIKES", 1));
    posting.post(plan("TOYS", 1));
    posting.post(plan("ZOO", 1));

    assertThat(List.of(core.next(), core.next())).containsExactly(plan("TOYS", 1), plan("ZOO", 1));
    core.down = "";
    assertThat(core.next()).isEqualTo(plan("BIKES", 1));
  }

  @Test
  void oneNextTryIsSetHoweverManyPlansCome() throws Exception {
    ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1);
    core.down = "BIKES";
    try (PostPlans patient = new PostPlans(core, Duration.ofHours(1), worker)) {
      for (int version = 1; version <= 5; version++) {
        patient.post(plan("BIKES", version));
      }
      worker.submit(() -> {}).get();

      assertThat(core.tries).isEqualTo(5);
      assertThat(worker.getQueue()).hasSize(1);
    }
  }

  @Test
  void aNewerPlanTakesThePlaceOfTheOneThatWaits() throws Exception {
    core.gate.lock();
    try {
      posting.post(plan("BIKES", 1));
      posting.post(plan("BIKES", 2));
      posting.post(plan("BIKES", 3));
    } finally {
      core.gate.unlock();
    }
    PlanToPost last = core.next();
    while (last.version() < 3) {
      last = core.next();
    }

    assertThat(last).isEqualTo(plan("BIKES", 3));
    posting.post(plan("TOYS", 1));
    assertThat(core.next()).isEqualTo(plan("TOYS", 1));
  }

  @Test
  void whatTheCoreRefusesIsNotRepeatedAndHoldsUpNobody() throws Exception {
    core.refused = 1;
    posting.post(plan("BIKES", 1));
    posting.post(plan("TOYS", 1));

    assertThat(core.next()).isEqualTo(plan("TOYS", 1));
    assertThat(core.tries).isEqualTo(2);
  }

  @Test
  void whatBreaksWithOnePlanHoldsUpNobody() throws Exception {
    core.gate.lock();
    try {
      posting.post(plan("ANTS", 1));
      core.broken = "BIKES";
      posting.post(plan("BIKES", 1));
      posting.post(plan("TOYS", 1));
    } finally {
      core.gate.unlock();
    }

    assertThat(List.of(core.next(), core.next())).containsExactly(plan("ANTS", 1), plan("TOYS", 1));
    posting.post(plan("BIKES", 1));
    posting.post(plan("ZOO", 1));
    assertThat(core.next()).isEqualTo(plan("ZOO", 1));
    assertThat(core.tries).as("what broke is not repeated").isEqualTo(4);
  }

  @Test
  void thePlanThatWasPostedIsNotPostedAgain() throws Exception {
    posting.post(plan("BIKES", 1));
    core.next();
    posting.post(plan("BIKES", 1));
    posting.post(plan("BIKES", 2));

    assertThat(core.next()).isEqualTo(plan("BIKES", 2));
  }

  /** A core that is unavailable or refuses for some tries, and then keeps what it is given. */
  private static final class TestingCorePlans implements CorePlans {

    private final BlockingQueue<PlanToPost> taken = new LinkedBlockingQueue<>();
    private final java.util.concurrent.locks.Lock gate =
        new java.util.concurrent.locks.ReentrantLock();
    private volatile int unavailable;
    private volatile String down = "";
    private volatile String broken = "";
    private volatile int refused;
    private volatile int tries;

    @Override
    public String put(PlanToPost plan) throws CoreUnavailable, PlanNotTaken {
      gate.lock();
      try {
        tries++;
        if (plan.company().equals(down)) {
          throw new CoreUnavailable("It answers 503.");
        }
        if (plan.company().equals(broken)) {
          throw new NoClassDefFoundError("a jar is missing");
        }
        if (unavailable > 0) {
          unavailable--;
          throw new CoreUnavailable("It is being started.");
        }
        if (refused > 0) {
          refused--;
          throw new PlanNotTaken("Item BIKE is not registered.");
        }
        taken.add(plan);
        return "taken";
      } finally {
        gate.unlock();
      }
    }

    private PlanToPost next() throws InterruptedException {
      PlanToPost plan = taken.poll(30, TimeUnit.SECONDS);
      assertThat(plan).as("a plan that was posted").isNotNull();
      return plan;
    }
  }
}
