package org.millrace.planning.verbs;

import org.millrace.planning.ForecastOverride;
import org.millrace.shared.CompanyCode;

/** Replaces forecasts by what planners expect. */
public interface Overriding {
  /**
   * Replaces the forecast of a week; the same figure with the same note again changes nothing.
   *
   * @return whether that changed it
   * @throws org.millrace.shared.Refused when there is no such item
   */
  boolean override(CompanyCode company, ForecastOverride override);
}
