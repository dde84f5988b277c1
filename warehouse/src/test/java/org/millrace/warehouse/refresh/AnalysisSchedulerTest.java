package org.millrace.warehouse.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisResult;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.TestingClock;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.catalog.Table;

@Tag("slow")
class AnalysisSchedulerTest {
  private static final Duration PAUSE = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private final TestingClock clock = new TestingClock(Instant.parse("2011-03-01T12:00:00Z"));
  private TestingLake shop;

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whoWaitsForFiguresDoesNotWaitForThePauseOfAnAnalysis() {
    shop = TestingLake.in(folder);
    Builder builder = shop.builder();
    CountingAnalysis segments = new CountingAnalysis();
    AnalysisScheduler analyses = analyses(builder, segments);
    List<TestingEvent> events = TestingEvent.shop(9, 1);

    shop.arrive(events.subList(0, 10));
    shop.bringUp(builder);
    assertThat(analyses.runDue()).isTrue();
    assertThat(analyses.areUpToDate()).isTrue();
    assertThat(analyses.runDue()).as("nothing moved").isFalse();

    shop.arrive(events.subList(10, 20));
    shop.bringUp(builder);
    assertThat(analyses.areUpToDate()).isFalse();
    assertThat(analyses.runDue()).as("it rests").isFalse();
    assertThat(analyses.runBehind()).isTrue();
    assertThat(analyses.areUpToDate()).isTrue();

    shop.arrive(events.subList(20, events.size()));
    shop.bringUp(builder);
    clock.pass(PAUSE);
    assertThat(analyses.runDue()).isTrue();
    assertThat(segments.runs).isEqualTo(3);

    shop.arrive(TestingEvent.shop(10, 1));
    shop.bringUp(builder);
    AnalysisScheduler withABrokenOne = analyses(builder, new BrokenAnalysis(), segments);
    assertThat(withABrokenOne.runBehind()).as("the others go on").isTrue();
    assertThat(segments.runs).isEqualTo(4);
    assertThat(withABrokenOne.runBehind()).as("only the broken one is behind").isFalse();
    assertThat(withABrokenOne.areUpToDate()).isFalse();
  }

  @Test
  void aCompanyThatFailsIsToldAndTriedAgainAndStopsNoOther() {
    shop = TestingLake.in(folder);
    Builder builder = shop.builder();
    shop.arrive(TestingEvent.shop(9, 1));
    shop.bringUp(builder);
    CompanyAnalysis segments = new CompanyAnalysis();
    Runs runs = runs(segments);
    AnalysisScheduler analyses = new AnalysisScheduler(runs, shop.lake(), builder, clock);
    Table table = shop.lake().catalog().named("gold.customer_segments");

    assertThat(analyses.runDue()).isTrue();
    assertThat(segments.made).containsExactly("GOOD");
    assertThat(analyses.areUpToDate()).as("nobody waits for the other").isTrue();
    String told =
        "segmentation of company BAD failed at 2011-03-01T12:00:00Z as of 2011-02-28: absurd";
    assertThat(runs.failures()).containsExactly(told);
    assertThat(runs.fault(table)).isEqualTo(told);

    clock.pass(Duration.ofSeconds(59));
    assertThat(analyses.runDue()).as("it rests a minute").isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(analyses.runDue()).isTrue();
    clock.pass(Duration.ofSeconds(60));
    assertThat(analyses.runDue()).as("then two").isFalse();
    segments.mended = true;
    clock.pass(Duration.ofSeconds(60));
    assertThat(analyses.runDue()).isTrue();
    assertThat(segments.made).endsWith("BAD");
    assertThat(runs.fault(table)).isEmpty();
  }

  private Runs runs(Analysis... analyses) {
    return new Runs(List.of(analyses), shop.lake(), new ReentrantLock(), clock);
  }

  private AnalysisScheduler analyses(Builder builder, Analysis... analyses) {
    return new AnalysisScheduler(runs(analyses), shop.lake(), builder, clock);
  }

  /** Fails for one of two companies until it is mended. */
  private static final class CompanyAnalysis implements Analysis {
    private final List<String> made = new ArrayList<>();
    private boolean mended;

    @Override
    public String name() {
      return "segmentation";
    }

    @Override
    public List<String> writes() {
      return List.of("gold.customer_segments");
    }

    @Override
    public boolean follows() {
      return true;
    }

    @Override
    public Duration pause() {
      return Duration.ZERO;
    }

    @Override
    public AnalysisResult run(AnalysisRun run) {
      for (String company : List.of("BAD", "GOOD")) {
        if (run.outcomes().isResting(company) || made.contains(company)) {
          continue;
        }
        LocalDate day = LocalDate.parse("2011-02-28");
        if (company.equals("BAD") && !mended) {
          run.outcomes().failed(company, Optional.of(day), new ArithmeticException("absurd"));
        } else {
          made.add(company);
          run.outcomes().done(company, day);
        }
      }
      return new AnalysisResult(Map.of());
    }
  }

  /** Cannot do what it is asked. */
  private static final class BrokenAnalysis implements Analysis {
    @Override
    public String name() {
      return "demand";
    }

    @Override
    public List<String> writes() {
      return List.of("gold.demand_forecast");
    }

    @Override
    public boolean follows() {
      return true;
    }

    @Override
    public AnalysisResult run(AnalysisRun run) {
      throw new IllegalStateException("broken");
    }
  }

  /** Stands for the segmentation and counts how often it is asked. */
  private static final class CountingAnalysis implements Analysis {
    private int runs;

    @Override
    public String name() {
      return "segmentation";
    }

    @Override
    public List<String> writes() {
      return List.of("gold.customer_segments");
    }

    @Override
    public boolean follows() {
      return true;
    }

    @Override
    public Duration pause() {
      return PAUSE;
    }

    @Override
    public AnalysisResult run(AnalysisRun run) {
      runs++;
      return new AnalysisResult(Map.of());
    }
  }
}
