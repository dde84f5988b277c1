package org.millrace.planning.settings;

import org.millrace.shared.CompanyCode;

/** What holds for the plans of each company. */
public interface CompanySettings {
  /** What the company set, else the defaults. */
  PlanningSettings of(CompanyCode company);
}
