package org.millrace.sales.prepayment;

import java.math.BigDecimal;
import java.util.List;
import org.millrace.document.Documents;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;

/** Orders of which nothing is prepaid. */
public final class TestingPrepayments implements Prepayments {
  private TestingPrepayments() {}

  public static DeductPrepayments none(Documents<Invoice> invoices) {
    return new DeductPrepayments(invoices, new TestingPrepayments());
  }

  @Override
  public List<InvoiceNumber> of(CompanyCode company, OrderNumber order) {
    return List.of();
  }

  @Override
  public BigDecimal deducted(CompanyCode company, InvoiceNumber prepayment) {
    return BigDecimal.ZERO;
  }
}
