package org.millrace.analytics;

import java.time.Clock;
import java.util.List;
import org.millrace.analytics.demand.DemandJob;
import org.millrace.analytics.demand.DemandSeriesJob;
import org.millrace.analytics.demand.Grain;
import org.millrace.analytics.planning.PlanJob;
import org.millrace.analytics.planning.PlansMade;
import org.millrace.analytics.segmentation.SegmentationJob;
import org.millrace.analytics.statements.StatementsJob;
import org.millrace.analytics.stockpolicy.keeping.StockPolicyJob;
import org.millrace.warehouse.Analysis;

/** The list of analyses: a new one is a new folder and one line here. */
public final class Analyses {

  private Analyses() {}

  /** All analyses with nobody told of the plans. */
  public static List<Analysis> all(Clock clock) {
    return all(clock, PlansMade.UNHEARD);
  }

  /** All analyses; the clock only measures how long a run takes, no result depends on it. */
  public static List<Analysis> all(Clock clock, PlansMade plans) {
    return List.of(
        new StatementsJob(),
        new SegmentationJob(clock),
        new DemandJob(clock),
        new DemandSeriesJob(Grain.DAY),
        new DemandSeriesJob(Grain.WEEK),
        new DemandSeriesJob(Grain.MONTH),
        new StockPolicyJob(clock),
        new PlanJob(clock, plans));
  }
}
