package org.millrace.stock.reservation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * Those for which something is reserved, of so much on hand; all of these documents; and of these
   * claims, which had something before, all of their documents.
   */
  default Claims servedAnd(
      CompanyCode company,
      Map<Claims.Place, Quantity> onHand,
      Collection<DocumentRef> documents,
      Collection<Claim> before) {
    Map<Claims.Key, Claim> all = new LinkedHashMap<>();
    served(company, onHand).forEach(claim -> all.put(Claims.Key.of(claim), claim));
    Set<DocumentRef> others = new LinkedHashSet<>(documents);
    before.stream()
        .filter(claim -> !all.containsKey(Claims.Key.of(claim)))
        .forEach(claim -> others.add(claim.document()));
    ofDocuments(company, others).forEach(c -> all.putIfAbsent(Claims.Key.of(c), c));
    return new Claims(List.copyOf(all.values()));
  }

  /** Keeps these claims instead of those of the same document and item. */
  void keep(CompanyCode company, List<Claim> claims);

  /** Counts each of these claims one version on. */
  Map<Claims.Key, Long> nextVersions(CompanyCode company, List<Claim> claims);
}
