package org.millrace.einvoice;

import java.util.List;
import java.util.Objects;

/**
 * One electronic invoice or credit note by the business terms (BT) and groups (BG) of EN 16931,
 * whatever syntax it came in. Amounts are decimals in the currency of the heading (BT-5), with the
 * digits that the file has.
 */
public record EInvoice(
    Heading heading,
    References references,
    Parties parties,
    Delivery delivery,
    Payment payment,
    Amounts amounts,
    List<SupportingDocument> supporting,
    List<Line> lines) {
  public EInvoice {
    Objects.requireNonNull(heading, "heading");
    Objects.requireNonNull(amounts, "amounts");
    supporting = List.copyOf(supporting);
    lines = List.copyOf(lines);
  }
}
