package org.millrace.sales.rebate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.millrace.sales.InvoiceNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxCodeName;

/** The invoices and credit notes that count for rebate agreements, and those settled with them. */
interface RebateTurnovers {
  /** What a document adds to the turnover of an agreement by lines of one tax code. */
  record Counted(InvoiceNumber document, Optional<TaxCodeName> taxCode, BigDecimal turnover) {}

  /**
   * What counts for an agreement: lines without tax of invoices of its period, less the credit
   * notes to them, whenever they come, and those of its period that credit no invoice.
   *
   * @param until the last day of documents that are known
   */
  List<Counted> counted(CompanyCode company, RebateNumber agreement, LocalDate until);

  /** Keeps which documents were settled. */
  void keep(CompanyCode company, RebateNumber agreement, Collection<InvoiceNumber> documents);

  /** Forgets them. */
  void forget(CompanyCode company, RebateNumber agreement);

  /** The documents that were settled. */
  List<InvoiceNumber> kept(CompanyCode company, RebateNumber agreement);
}
