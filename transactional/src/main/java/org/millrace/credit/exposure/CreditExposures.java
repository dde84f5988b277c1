package org.millrace.credit.exposure;

import java.util.Collection;
import java.util.List;
import org.millrace.party.PartyCode;
import org.millrace.sales.OrderNumber;
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

  /** To one party as it would be without these orders. */
  CreditExposure without(CompanyCode company, PartyCode party, Collection<OrderNumber> orders);

  /** Those among the parties whose exposure is limited, in the order of their codes. */
  List<PartyCode> limited(CompanyCode company, Collection<PartyCode> parties);
}
