package org.millrace.purchasing.invoice;

import java.util.List;
import java.util.Optional;
import org.millrace.currency.AskedCurrency;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;

/** Posts what suppliers bill, for other domains that learnt of it. */
public interface SupplierBills {
  /**
   * Posts a bill for an order.
   *
   * @param money the currency of its amounts where that is not the company's
   * @throws org.millrace.shared.Refused as not found when there is no such order, as conflict when
   *     order and receipt do not bear out the bill or it was posted before
   */
  SupplierInvoice post(
      CompanyCode company,
      PurchaseOrderNumber order,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened);

  /**
   * Posts a bill for an order whatever it differs by, for somebody accepted it.
   *
   * @throws org.millrace.shared.Refused as not found when there is no such order, as conflict when
   *     it was posted before
   */
  SupplierInvoice accept(
      CompanyCode company,
      PurchaseOrderNumber order,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened);

  /** A bill held line by line against its order and what came of it; nothing is posted. */
  Comparison compared(
      CompanyCode company,
      PurchaseOrder order,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened);

  /**
   * A line of the bill beside that of the order: expected = what came and is not billed, or where
   * nothing came yet what was ordered; prices of one unit without tax.
   */
  record Compared(
      PurchaseOrder.Line ordered,
      Quantity expected,
      Quantity billed,
      Money orderPrice,
      Money billPrice) {}

  /**
   * All lines, and the tax as computed and as printed, in the currency that they are compared in.
   */
  record Comparison(
      List<Compared> lines, Money net, Optional<Money> computedTax, Optional<Money> printedTax) {
    public Comparison {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Posts a bill of charges alone, or a credit note where they come to less than nothing, that is
   * of no order.
   *
   * @param money the currency of its amounts where that is not the company's
   * @throws org.millrace.shared.Refused as invalid when an account or tax code is not known, as
   *     conflict when it was posted before
   */
  SupplierInvoice postDirect(
      CompanyCode company,
      PartyCode supplier,
      Bill bill,
      Optional<AskedCurrency> money,
      Happened happened);
}
