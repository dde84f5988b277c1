package org.millrace.analytics.planning.posting;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.millrace.analytics.planning.MadePlan;
import org.millrace.analytics.planning.PlansMade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts the newest plan of each company, one after the other in a thread of its own, so that the
 * tables never wait for the core.
 *
 * <p>The core takes a plan whole or not at all. While it does not take one for now the plan waits
 * and is tried again, the others do not wait for it; a newer one takes its place. A crash before
 * the core's answer: after the start the plan is made again, is the same version, and is posted
 * under the same key, which changes nothing if it had arrived. What the core refuses is logged and
 * not repeated; the next plan is another one.
 */
public final class PostPlans implements PlansMade, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostPlans.class);
  private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(30);

  private final CorePlans core;
  private final Duration untilNextTry;
  private final Map<String, PlanToPost> waiting = new TreeMap<>();
  private final Map<String, Posted> posted = new HashMap<>();
  private final ScheduledExecutorService worker;
  private boolean isNextTrySet; // of the worker alone

  /** What is remembered of a plan, which may be large. */
  private record Posted(LocalDate asOf, long version, int hash) {

    static Posted of(PlanToPost plan) {
      return new Posted(plan.asOf(), plan.version(), plan.hashCode());
    }
  }

  PostPlans(CorePlans core, Duration untilNextTry) {
    this(
        core,
        untilNextTry,
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "plan-posting");
              thread.setDaemon(true);
              return thread;
            }));
  }

  PostPlans(CorePlans core, Duration untilNextTry, ScheduledExecutorService worker) {
    this.core = core;
    this.untilNextTry = untilNextTry;
    this.worker = worker;
  }

  /** Posts to the core that the settings name. */
  public static PostPlans to(PostingSettings settings) {
    return new PostPlans(new CorePlansHttp(settings), UNTIL_NEXT_TRY);
  }

  @Override
  public void made(String company, LocalDate asOf, long version, MadePlan plan) {
    post(PlanToPost.of(company, asOf, version, plan));
  }

  void post(PlanToPost plan) {
    synchronized (waiting) {
      if (Posted.of(plan).equals(posted.get(plan.company()))) {
        return;
      }
      waiting.put(plan.company(), plan);
    }
    worker.execute(this::postWaiting);
  }

  private void postWaiting() {
    List<PlanToPost> plans;
    synchronized (waiting) {
      plans = List.copyOf(waiting.values());
    }
    long open = plans.stream().filter(plan -> !isDone(plan)).count();
    if (open > 0 && !isNextTrySet) {
      isNextTrySet = true;
      Future<?> unused = // whatever fails is told where it is tried
          worker.schedule(this::tryAgain, untilNextTry.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void tryAgain() {
    isNextTrySet = false;
    postWaiting();
  }

  private boolean isDone(PlanToPost plan) {
    try {
      LOG.info("Plan {} of company {}: {}", plan.version(), plan.company(), core.put(plan));
    } catch (CorePlans.CoreUnavailable unavailable) {
      LOG.warn(
          "Plan {} of company {} waits for the core: {} It is tried again in {} s.",
          plan.version(),
          plan.company(),
          unavailable.getMessage(),
          untilNextTry.toSeconds());
      return false;
    } catch (CorePlans.PlanNotTaken refused) {
      LOG.error(
          "The core does not take plan {} of company {}: {} The proposals before stand; correct"
              + " what it names, the next plan is posted again.",
          plan.version(),
          plan.company(),
          refused.getMessage());
    } catch (RuntimeException | Error failed) { // thrown on, it would be lost and end the round
      LOG.error("Plan {} of company {} was not posted", plan.version(), plan.company(), failed);
    }
    done(plan);
    return true;
  }

  private void done(PlanToPost plan) {
    synchronized (waiting) {
      posted.put(plan.company(), Posted.of(plan));
      waiting.remove(plan.company(), plan);
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
