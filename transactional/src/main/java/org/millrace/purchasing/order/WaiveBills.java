package org.millrace.purchasing.order;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.purchasing.BillsWaived;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.match.ClearGoods;
import org.millrace.purchasing.match.Clearing;
import org.millrace.purchasing.match.Expenses;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.OpenPeriods.Happened;
import org.millrace.shared.Quantity;

/**
 * No more bills are expected for goods of an order that came: 101 came for 100 ordered at 6.00 and
 * 100 are billed, so the one that nobody bills lowers the cost of all by 6.00; the share of goods
 * that are gone is a cost difference.
 */
final class WaiveBills {
  private final Companies companies;
  private final Documents<PurchaseOrder> orders;
  private final ClearGoods clear;

  WaiveBills(Companies companies, Documents<PurchaseOrder> orders, ClearGoods clear) {
    this.companies = companies;
    this.orders = orders;
    this.clear = clear;
  }

  /**
   * The order, of whose goods nothing is received and not billed any more.
   *
   * @throws org.millrace.shared.Refused as conflict when nothing of it is
   */
  Versioned<PurchaseOrder> waive(
      Versioned<PurchaseOrder> before, String reason, Happened happened) {
    CompanyCode company = before.company();
    PurchaseOrder order = before.document();
    order.require(Act.WAIVE_BILLS);
    LocalDate day = companies.dayOf(company, happened.occurredAt());
    Clearing clearing = clear.of(company, order);
    Map<Integer, Quantity> closed = new HashMap<>();
    order.lines().forEach(line -> closed.put(line.line(), clearing.close(line.line(), day)));
    Versioned<PurchaseOrder> after =
        orders.change(
            before,
            order.billed(closed),
            happened.occurredAt(),
            (head, now) -> new BillsWaived(head, now, reason, Expenses.of(order, clearing)));
    ClearGoods.Cause cause = new ClearGoods.Cause(PurchaseOrder.KIND.ref(order.number()), happened);
    clear.keep(company, order, clearing, cause);
    return after;
  }
}
