package org.millrace.credit.exposure;

import org.millrace.party.PartyCode;
import org.millrace.shared.CompanyCode;

/** The exposure to parties. */
public interface CreditExposures {
  /** To one party as it is now; to that which it was merged into where it was. */
  CreditExposure of(CompanyCode company, PartyCode party);

  /**
   * The same, after those who ask for it in other transactions have ended: two orders at once are
   * seen one after the other, so that both count for the second one.
   */
  CreditExposure inTurn(CompanyCode company, PartyCode party);
}
