package org.millrace.purchasing.match;

import java.util.List;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.shared.CompanyCode;

/** The matches of each company. */
public interface Matches {
  /** Those of an order, as they were made. */
  List<ReceiptMatch> of(CompanyCode company, PurchaseOrderNumber order);

  /** Keeps them. */
  void add(CompanyCode company, List<ReceiptMatch> matches);
}
