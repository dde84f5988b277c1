package org.millrace.ledger.posting;

import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.purchasing.Receipt;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.sales.Invoice;
import org.millrace.shared.Money;
import org.millrace.stock.GoodsMoved;

/** Amounts of a document by its lines, so that each has the dimensions of its line. */
final class Parts {
  private Parts() {}

  /** What moved goods are worth from one account to another, item by item. */
  static NewEntry moved(NewEntry entry, AccountCode to, AccountCode from, GoodsMoved goods) {
    NewEntry all = entry;
    for (GoodsMoved.Line line : goods.lines()) {
      all = all.debit(to, line.value(), of(line.item()));
    }
    for (GoodsMoved.Line line : goods.lines()) {
      all = all.credit(from, line.value(), of(line.item()));
    }
    return all;
  }

  private static NewEntry.Part of(ItemCode item) {
    return new NewEntry.Part(Optional.of(item), Optional.empty());
  }

  /** What was received that is no goods, on its accounts against one, line by line. */
  static NewEntry spent(NewEntry entry, AccountCode against, List<Receipt.Expense> expenses) {
    NewEntry all = entry;
    for (Receipt.Expense each : expenses) {
      NewEntry.Part part = new NewEntry.Part(Optional.of(each.item()), each.dimensions());
      all =
          all.debit(new AccountCode(each.account().value()), each.amount(), part)
              .credit(against, each.amount(), part);
    }
    return all;
  }

  /** The net amount of an invoice on the credit side, line by line. */
  static NewEntry sold(NewEntry entry, AccountCode account, Invoice invoice) {
    NewEntry all = entry;
    Money rest = invoice.netAmount();
    for (Invoice.Line line : invoice.lines()) {
      all =
          all.credit(
              account,
              line.netAmount(),
              new NewEntry.Part(Optional.of(line.item()), line.dimensions()));
      rest = rest.minus(line.netAmount());
    }
    return all.credit(account, rest, new NewEntry.Part(Optional.empty(), Optional.empty()));
  }

  /**
   * An amount of a bill on the debit side: line by line where lines name dimensions, the rest
   * without any.
   */
  static NewEntry bought(
      NewEntry entry, AccountCode account, Money amount, SupplierInvoice invoice) {
    NewEntry all = entry;
    Money rest = amount;
    for (SupplierInvoice.Line line : invoice.lines()) {
      if (line.dimensions().isPresent()) {
        all =
            all.debit(
                account,
                line.netAmount(),
                new NewEntry.Part(Optional.of(line.item()), line.dimensions()));
        rest = rest.minus(line.netAmount());
      }
    }
    return all.debit(account, rest, new NewEntry.Part(Optional.empty(), Optional.empty()));
  }
}
