package org.millrace.analytics;

import java.time.Clock;
import org.millrace.analytics.planning.PlansMade;
import org.millrace.analytics.planning.posting.PostPlans;
import org.millrace.analytics.planning.posting.PostingSettings;
import org.millrace.warehouse.Warehouse;
import org.millrace.warehouse.WarehouseSettings;

/** The process of the part "warehouse": the refresh loop of the warehouse with our analyses. */
public final class Main {

  private Main() {}

  /** Starts the loop and stays until the process is told to end. */
  public static void main(String[] args) throws Exception {
    WarehouseSettings settings = WarehouseSettings.from(System.getenv());
    PlansMade plans =
        PostingSettings.from(System.getenv())
            .map(posting -> (PlansMade) PostPlans.to(posting))
            .orElse(PlansMade.UNHEARD);
    Warehouse.start(settings, Analyses.all(Clock.systemUTC(), plans)).await();
  }
}
