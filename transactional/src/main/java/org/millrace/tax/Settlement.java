package org.millrace.tax;

import org.millrace.shared.Money;

/**
 * What a payment settled beside its money, and what that does to the tax. Discount tax and
 * write-off tax = by how much the tax falls; released = tax that was pending and no longer is; due
 * = the part of the released that is owed now; self-assessed = by how much the tax falls that the
 * buyer owes in the seller's place.
 */
public record Settlement(
    Money discount,
    Money discountTax,
    Money writeOff,
    Money writeOffTax,
    Money bankFee,
    Money releasedTax,
    Money dueTax,
    Money selfAssessedTax) {
  /** The settlement that takes this one back. */
  public Settlement negated() {
    return new Settlement(
        discount.negated(),
        discountTax.negated(),
        writeOff.negated(),
        writeOffTax.negated(),
        bankFee.negated(),
        releasedTax.negated(),
        dueTax.negated(),
        selfAssessedTax.negated());
  }

  /** What it settled beside the money. */
  public Money deducted() {
    return discount.plus(writeOff).plus(bankFee);
  }

  /** What is not paid any more. */
  public Money letOff() {
    return discount.plus(writeOff);
  }

  /** By how much a tax that is owed already falls; below 0 when more becomes due. */
  public Money owedTaxFall() {
    return discountTax.plus(writeOffTax).minus(releasedTax);
  }
}
