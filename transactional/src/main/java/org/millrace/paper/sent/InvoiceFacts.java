package org.millrace.paper.sent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignLine;
import org.millrace.currency.ForeignTax;
import org.millrace.item.Item;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.sales.Invoice;
import org.millrace.tax.TaxCode;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxShare;

/**
 * All that an electronic invoice is made of: ours, and who sells and buys. Its amounts are in the
 * currency of the invoice itself.
 */
record InvoiceFacts(
    Invoice invoice,
    Optional<Party> seller,
    Party buyer,
    Map<ItemCode, Item> items,
    Map<TaxCodeName, TaxCode> taxCodes,
    Optional<Invoice> credited) {
  boolean isCreditNote() {
    return invoice.kind() == Invoice.Kind.CREDIT_NOTE;
  }

  Currency currency() {
    return invoice.documentGross().currency();
  }

  BigDecimal unitPrice(Invoice.Line line) {
    return line.foreign().map(ForeignLine::unitPrice).orElse(line.unitPrice().amount());
  }

  BigDecimal net(Invoice.Line line) {
    return line.foreign().map(ForeignLine::netAmount).orElse(line.netAmount().amount());
  }

  BigDecimal base(TaxShare share) {
    return share.foreign().map(ForeignTax::base).orElse(share.base().amount());
  }

  BigDecimal tax(TaxShare share) {
    return share.foreign().map(ForeignTax::amount).orElse(share.amount().amount());
  }

  /** What a prepayment is for, by tax code: it has no lines of items. */
  List<Prepaid> prepaidParts() {
    if (!invoice.isPrepayment()) {
      return List.of();
    }
    List<Prepaid> parts = new ArrayList<>();
    BigDecimal untaxed =
        invoice.foreign().map(ForeignAmounts::netAmount).orElse(invoice.netAmount().amount());
    for (TaxShare share : invoice.taxes()) {
      parts.add(new Prepaid(Optional.of(share), base(share)));
      untaxed = untaxed.subtract(base(share));
    }
    if (untaxed.signum() != 0) {
      parts.add(new Prepaid(Optional.empty(), untaxed));
    }
    return parts;
  }

  /** A part of a prepayment, of one tax code or without one. */
  record Prepaid(Optional<TaxShare> share, BigDecimal net) {}

  /** What prepayment invoices took of it, with the tax. */
  BigDecimal prepaid() {
    return invoice.foreign().isPresent()
        ? invoice.foreignPrepaid().gross()
        : invoice.prepaid(Invoice.Prepaid::gross).amount();
  }
}
