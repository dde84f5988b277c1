package org.millrace.purchasing.match;

import java.util.ArrayList;
import java.util.List;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.CompanyCode;

/** The matches of one company in memory. */
public final class TestingMatches implements Matches {
  private final List<ReceiptMatch> kept = new ArrayList<>();

  /** All of them. */
  public List<ReceiptMatch> kept() {
    return List.copyOf(kept);
  }

  @Override
  public List<ReceiptMatch> of(CompanyCode company, PurchaseOrderNumber order) {
    return kept.stream().filter(match -> match.place().order().equals(order)).toList();
  }

  @Override
  public void add(CompanyCode company, List<ReceiptMatch> matches) {
    kept.addAll(matches);
  }
}
