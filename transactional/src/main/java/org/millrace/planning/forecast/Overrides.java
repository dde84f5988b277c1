package org.millrace.planning.forecast;

import java.util.Optional;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.planning.ForecastOverride;
import org.millrace.shared.CompanyCode;

/** The forecast overrides of each company. */
interface Overrides {
  /** The latest override of a week, in force or withdrawn; locked until the transaction ends. */
  Optional<StoredOverride> latest(CompanyCode company, OverriddenWeek week);

  /** Keeps an override in place of the one before. */
  void put(StoredOverride next);

  /** Those in force whose item, location, author or note match, by week. */
  ListAnswer<ForecastOverride> page(CompanyCode company, ListRequest request);
}
