package org.millrace.warehouse.refresh;

import java.util.concurrent.locks.Lock;
import org.millrace.warehouse.build.Builder;

/** Empties silver and gold, for the refreshes to fill them again from bronze. */
public final class Rebuild {
  private final Builder builder;
  private final Lookout lookout;
  private final Lock tablesGo;

  /** Holds the lock, which no cycle and no analysis holds with it, while there are no tables. */
  public Rebuild(Builder builder, Lookout lookout, Lock tablesGo) {
    this.builder = builder;
    this.lookout = lookout;
    this.tablesGo = tablesGo;
  }

  /** Refuses, with everything as it was, where not all of bronze can be read. */
  public void run() {
    tablesGo.lock();
    try {
      builder.startOver();
      lookout.forget();
    } finally {
      tablesGo.unlock();
    }
  }
}
