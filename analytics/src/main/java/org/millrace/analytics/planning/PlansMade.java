package org.millrace.analytics.planning;

import java.time.LocalDate;

/** Is told of each plan that was written and holds for the company's last business day. */
@FunctionalInterface
public interface PlansMade {

  /** Nobody is told. */
  PlansMade UNHEARD = (company, asOf, version, plan) -> {};

  /** A plan was written; the listener returns at once. */
  void made(String company, LocalDate asOf, long version, MadePlan plan);
}
