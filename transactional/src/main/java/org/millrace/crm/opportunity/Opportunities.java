package org.millrace.crm.opportunity;

import java.util.Optional;
import org.millrace.crm.Opportunity;
import org.millrace.crm.OpportunityNumber;
import org.millrace.crm.Outcome;
import org.millrace.crm.Stage;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The opportunities of each company. */
interface Opportunities {
  /** A number no opportunity had before. */
  OpportunityNumber nextNumber();

  /** Keeps a new opportunity. */
  void add(KeptOpportunity opened);

  /**
   * Keeps a changed opportunity.
   *
   * @throws org.millrace.shared.Refused as stale when it was changed since it was read
   */
  void change(KeptOpportunity changed);

  /**
   * One opportunity.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  KeptOpportunity named(CompanyCode company, OpportunityNumber number);

  /**
   * One opportunity that a change was decided on.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  default KeptOpportunity named(CompanyCode company, OpportunityNumber number, Version expected) {
    KeptOpportunity kept = named(company, number);
    expected.check("Opportunity " + number, kept.version().number());
    return kept;
  }

  /** What to look for among opportunities. */
  record Filter(Optional<Outcome> outcome, Optional<Stage> stage) {}

  /** Opportunities whose number, customer, subject or owner match, by expected close date. */
  Page<Opportunity> page(CompanyCode company, Filter filter, PageRequest request);
}
