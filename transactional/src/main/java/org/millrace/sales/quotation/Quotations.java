package org.millrace.sales.quotation;

import java.util.Optional;
import org.millrace.sales.QuotationNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.Page;
import org.millrace.web.PageRequest;

/** The quotations of each company. */
interface Quotations {
  void add(KeptQuotation made);

  /** Keeps a quotation as it is after an act; it must be held. */
  void change(KeptQuotation changed);

  /** One quotation, held until the transaction ends. */
  Optional<KeptQuotation> hold(CompanyCode company, QuotationNumber number);

  Optional<KeptQuotation> find(CompanyCode company, QuotationNumber number);

  /** Quotations whose number, customer or status match, the newest first. */
  Page<Quotation> list(CompanyCode company, PageRequest request);

  /**
   * The quotation that an act was decided on, held until the transaction ends.
   *
   * @throws Refused as not found, or as stale when it no longer has that version
   */
  default KeptQuotation held(CompanyCode company, QuotationNumber number, Version expected) {
    KeptQuotation kept = hold(company, number).orElseThrow(() -> missing(company, number));
    expected.check("Quotation " + number, kept.version().number());
    return kept;
  }

  /**
   * One quotation.
   *
   * @throws Refused as not found
   */
  default KeptQuotation named(CompanyCode company, QuotationNumber number) {
    return find(company, number).orElseThrow(() -> missing(company, number));
  }

  private static Refused missing(CompanyCode company, QuotationNumber number) {
    return Refused.notFound("There is no quotation %s in %s.".formatted(number, company));
  }
}
