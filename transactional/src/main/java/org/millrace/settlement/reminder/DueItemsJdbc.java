package org.millrace.settlement.reminder;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.PartyCode;
import org.millrace.settlement.ItemKind;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DueItemsJdbc implements DueItems {
  private static final String OVERDUE =
      """
      select i.kind, i.number, i.party, i.party_name, i.item_date, i.due_date, i.open_amount,
        i.document_currency, i.document_open_amount, coalesce(r.level, 0) as last_level,
        r.reminded_on
      from settlement.open_item i
      left join lateral (
        select max(l.level) as level, max(h.reminder_date) as reminded_on
        from settlement.reminder_line l
        join settlement.reminder h on h.company = l.company and h.number = l.reminder
        where l.company = i.company and l.item_kind = i.kind and l.item = i.number
          and h.status = 'issued') r on true
      where i.company = :company and i.side = 'receivables' and i.due_date < :day
        and i.kind in ('invoice', 'opening-item') and i.open_amount > 0
        and i.document_open_amount > 0 and i.disputed_amount = 0
        and not exists (
          select from settlement.reminder f
          where f.company = i.company and i.kind = 'invoice' and f.fee_invoice = i.number)
        and not exists (
          select from settlement.reminder_run_line l
          join settlement.reminder_run h on h.company = l.company and h.number = l.run
          where l.company = i.company and l.item_kind = i.kind and l.item = i.number
            and h.status = 'proposed' and h.number <> :run)
      order by i.party collate "C", i.due_date, i.kind, i.number
      """;

  private final JdbcClient jdbc;

  DueItemsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void inTurn(CompanyCode company) {
    jdbc.sql("insert into settlement.reminder_turn(company) values (?) on conflict do nothing")
        .param(company.value())
        .update();
    jdbc.sql("select company from settlement.reminder_turn where company = ? for update")
        .param(company.value())
        .query(String.class)
        .single();
  }

  @Override
  public List<DueItem> overdue(
      CompanyCode company, Currency home, LocalDate day, Optional<DocumentNumber> run) {
    return jdbc.sql(OVERDUE)
        .param("company", company.value())
        .param("day", day)
        .param("run", run.map(DocumentNumber::value).orElse(""))
        .query(
            (row, i) ->
                new DueItem(
                    new PartyCode(row.getString("party")),
                    row.getString("party_name"),
                    new DueItem.About(
                        ItemKind.valueOf(
                            row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                        row.getString("number"),
                        row.getObject("item_date", LocalDate.class),
                        row.getObject("due_date", LocalDate.class)),
                    new DueItem.Owed(
                        Money.of(row.getBigDecimal("open_amount"), home),
                        Currency.getInstance(row.getString("document_currency")),
                        row.getBigDecimal("document_open_amount")),
                    row.getInt("last_level"),
                    Optional.ofNullable(row.getObject("reminded_on", LocalDate.class))))
        .list();
  }
}
