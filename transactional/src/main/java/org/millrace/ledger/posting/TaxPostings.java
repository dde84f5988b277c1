package org.millrace.ledger.posting;

import static org.millrace.ledger.StandardAccounts.BAD_DEBT;
import static org.millrace.ledger.StandardAccounts.BANK_FEES;
import static org.millrace.ledger.StandardAccounts.DISCOUNTS_ALLOWED;
import static org.millrace.ledger.StandardAccounts.DISCOUNTS_RECEIVED;
import static org.millrace.ledger.StandardAccounts.INPUT_TAX;
import static org.millrace.ledger.StandardAccounts.INPUT_TAX_PENDING;
import static org.millrace.ledger.StandardAccounts.OUTPUT_TAX;
import static org.millrace.ledger.StandardAccounts.OUTPUT_TAX_PENDING;
import static org.millrace.ledger.StandardAccounts.PAYABLE;
import static org.millrace.ledger.StandardAccounts.RECEIVABLE;
import static org.millrace.ledger.StandardAccounts.TAX_DIFFERENCES;
import static org.millrace.ledger.StandardAccounts.TAX_NOT_DEDUCTIBLE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.millrace.ledger.NewEntry;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoice.PurchaseTax;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.sales.Invoice;
import org.millrace.shared.Money;
import org.millrace.tax.Settlement;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxShare;

/** What taxes, discounts and write-offs add to the entries of invoices and payments. */
final class TaxPostings {
  private static final int DECIMALS = 12;

  private TaxPostings() {}

  /** The tax of an invoice that is owed at that point, less what was due by prepayments. */
  static Money tax(Invoice invoice, TaxPoint point) {
    Money prepaid =
        invoice.prepaid().stream()
            .filter(part -> part.pointIn(invoice) == point)
            .map(Invoice.Prepaid::tax)
            .reduce(Money.zero(invoice.currency()), Money::plus);
    return invoice.taxes().stream()
        .filter(share -> share.taxPoint() == point)
        .map(TaxShare::amount)
        .reduce(prepaid.negated(), Money::plus);
  }

  /** With what settled an invoice beside the money, and the tax that fell or became due by it. */
  static NewEntry settled(NewEntry money, Optional<Settlement> settlement) {
    return settlement
        .map(
            by ->
                money
                    .debit(DISCOUNTS_ALLOWED, by.discount().minus(by.discountTax()))
                    .debit(BAD_DEBT, by.writeOff().minus(by.writeOffTax()))
                    .debit(BANK_FEES, by.bankFee())
                    .debit(OUTPUT_TAX, by.owedTaxFall())
                    .debit(OUTPUT_TAX_PENDING, by.releasedTax())
                    .credit(RECEIVABLE, by.deducted()))
        .orElse(money);
  }

  /** With what is got back of the tax of a bill, and what we owe in the supplier's place. */
  static NewEntry billed(NewEntry goods, SupplierInvoice invoice) {
    return invoice
        .purchaseTax()
        .map(
            tax -> {
              Money pending = pending(invoice);
              return goods
                  .debit(INPUT_TAX, tax.input().minus(pending))
                  .debit(INPUT_TAX_PENDING, pending)
                  .debit(TAX_DIFFERENCES, invoice.taxDifference())
                  .credit(OUTPUT_TAX, tax.selfAssessed());
            })
        .orElse(goods);
  }

  private static Money pending(SupplierInvoice invoice) {
    return invoice.taxes().stream()
        .filter(share -> share.taxPoint() == TaxPoint.PAYMENT)
        .map(share -> share.amount().times(share.deductiblePercent().movePointLeft(2)).rounded())
        .reduce(Money.zero(invoice.currency()), Money::plus);
  }

  /** With what settled a bill beside the money; the tax that falls is shared as the bill's was. */
  static NewEntry paid(NewEntry money, SupplierPaid event) {
    return event
        .payment()
        .settlement()
        .map(by -> paid(money, by, deductible(event.invoice().purchaseTax())))
        .orElse(money);
  }

  private static NewEntry paid(NewEntry money, Settlement by, BigDecimal deductible) {
    Money fall = by.discountTax().plus(by.writeOffTax());
    Money owed = by.owedTaxFall().times(deductible).rounded();
    Money released = by.releasedTax().times(deductible).rounded();
    Money self = by.selfAssessedTax().times(deductible).rounded();
    return money
        .debit(PAYABLE, by.deducted())
        .credit(DISCOUNTS_RECEIVED, by.letOff().minus(fall))
        .credit(INPUT_TAX, owed.plus(self))
        .credit(INPUT_TAX_PENDING, released)
        .credit(
            TAX_NOT_DEDUCTIBLE,
            fall.minus(owed).minus(released).plus(by.selfAssessedTax()).minus(self))
        .debit(OUTPUT_TAX, by.selfAssessedTax());
  }

  private static BigDecimal deductible(Optional<PurchaseTax> of) {
    return of.filter(tax -> !tax.input().plus(tax.cost()).isZero())
        .map(
            tax ->
                tax.input()
                    .amount()
                    .divide(tax.input().plus(tax.cost()).amount(), DECIMALS, RoundingMode.HALF_UP))
        .orElse(BigDecimal.ONE);
  }
}
