package org.millrace.purchasing.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.millrace.item.ItemCode;
import org.millrace.purchasing.Demand;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Purchasing;
import org.millrace.purchasing.Receipt;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The purchase orders of each company. */
public interface Orders {
  /** A number no order had before. */
  PurchaseOrderNumber nextNumber();

  /** A number no receipt had before. */
  String nextReceiptNumber();

  /** Keeps a new order. */
  void add(KeptOrder placed);

  /**
   * Keeps a changed order.
   *
   * @throws org.millrace.shared.Refused as stale when it was changed since it was read
   */
  void change(KeptOrder changed);

  /** Keeps what arrived of an order. */
  void add(CompanyCode company, PurchaseOrderNumber order, Receipt receipt);

  /**
   * One order.
   *
   * @throws org.millrace.shared.Refused as not found
   */
  KeptOrder named(CompanyCode company, PurchaseOrderNumber number);

  /**
   * One order that a change was decided on.
   *
   * @throws org.millrace.shared.Refused as stale when it no longer has that version
   */
  default KeptOrder named(CompanyCode company, PurchaseOrderNumber number, Version expected) {
    KeptOrder kept = named(company, number);
    expected.check("Purchase order " + number, kept.version().number());
    return kept;
  }

  /** The orders placed for that document, by number. */
  List<PurchaseOrder> placedFor(CompanyCode company, Demand demand);

  /** The supplier and price of the latest order of each of these items. */
  Map<ItemCode, Purchasing.Source> latestSources(CompanyCode company, Collection<ItemCode> items);

  /** Orders whose number, supplier, status or items match, the latest first. */
  Page<PurchaseOrder> page(CompanyCode company, PageRequest request);
}
