package org.millrace.sales.quotation;

import java.util.Optional;
import org.millrace.sales.QuotationNumber;

/**
 * Which of several versions of one offer a quotation is. The newest alone can be accepted; those
 * that it replaced stay as they went to the customer.
 *
 * @param revision 1 for the first
 * @param original the first of them
 * @param replaces the one before it
 * @param replacedBy the one after it
 */
record Revision(
    int revision,
    QuotationNumber original,
    Optional<QuotationNumber> replaces,
    Optional<QuotationNumber> replacedBy) {

  /** Of the first quotation, which was just replaced. */
  static Revision first(QuotationNumber original) {
    return new Revision(1, original, Optional.empty(), Optional.empty());
  }

  /** Of the one that comes after this one. */
  Revision next(QuotationNumber replaced) {
    return new Revision(revision + 1, original, Optional.of(replaced), Optional.empty());
  }

  /** The same once another came after it. */
  Revision replacedBy(QuotationNumber number) {
    return new Revision(revision, original, replaces, Optional.of(number));
  }
}
