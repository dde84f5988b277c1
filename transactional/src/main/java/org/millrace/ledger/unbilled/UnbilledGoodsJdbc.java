package org.millrace.ledger.unbilled;

import java.time.LocalDate;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.party.Company;
import org.springframework.stereotype.Component;

@Component
class UnbilledGoodsJdbc {
  private final RowLists lists;

  UnbilledGoodsJdbc(RowLists lists) {
    this.lists = lists;
  }

  /** What is received and not billed on that day. */
  ListAnswer<UnbilledGoods> page(Company company, LocalDate day, ListRequest request) {
    String currency = company.currency().getCurrencyCode();
    String zone = company.timeZone().getId();
    Rows rows = Rows.of(company.code(), UnbilledRows.SQL, day, currency, zone);
    return lists.page(UnbilledGoods.class, rows, request);
  }
}
