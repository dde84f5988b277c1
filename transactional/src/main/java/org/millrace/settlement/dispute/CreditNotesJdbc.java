package org.millrace.settlement.dispute;

import org.millrace.settlement.ItemKind;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CreditNotesJdbc implements CreditNotes {
  private final JdbcClient jdbc;

  CreditNotesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean resolve(CompanyCode company, Dispute dispute, String note) {
    return jdbc.sql(
            """
            select exists (
              select from sales.invoice
              where company = :company and number = :note and kind = 'credit-note'
                and customer = :party and (not :invoice or credits is null or credits = :item)
              union all
              select from purchasing.supplier_invoice
              where company = :company and number = :note and supplier = :party
                and net_amount < 0)
            """)
        .param("company", company.value())
        .param("note", note)
        .param("party", dispute.party().value())
        .param("invoice", dispute.itemKind() == ItemKind.INVOICE)
        .param("item", dispute.item())
        .query(Boolean.class)
        .single();
  }
}
