package org.millrace.analytics.forecast.hierarchy;

/** Makes forecasts of all series of a hierarchy add up. Forecasts that do are left as they are. */
public interface Reconciliation {

  /** The name people see. */
  String title();

  /** One forecast per series, in the order of {@link Hierarchy#names()}; the result adds up. */
  double[] reconciled(double... forecasts);
}
