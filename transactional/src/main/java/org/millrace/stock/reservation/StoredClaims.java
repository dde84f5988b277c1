package org.millrace.stock.reservation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;

/** The claims of the open documents of each company. */
public interface StoredClaims {
  /**
   * Those for which something is reserved, of so much on hand: what is wanted first, of one day the
   * more urgent, then the oldest claim.
   */
  List<Claim> served(CompanyCode company, Map<Claims.Place, Quantity> onHand);

  /** All that these documents still plan. */
  List<Claim> ofDocuments(CompanyCode company, Collection<DocumentRef> documents);

  /** Keeps these claims instead of those of the same document and item. */
  void keep(CompanyCode company, List<Claim> claims);

  /** Counts each of these claims one version on. */
  Map<Claims.Key, Long> nextVersions(CompanyCode company, List<Claim> claims);
}
