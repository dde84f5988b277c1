package org.millrace.settlement.revaluation;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.millrace.settlement.Revaluation;
import org.millrace.settlement.Side;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ForeignItemsJdbc implements ForeignItems {
  /** What is open now, and what was settled after the day. */
  private static final String ITEMS =
      """
      select kind, item, side, currency, sum(amount) as amount, sum(worth) as worth from (
        select kind, number as item, 'receivables' as side, foreign_currency as currency,
          foreign_open_amount as amount, open_amount as worth
        from sales.invoice
        where company = :company and foreign_currency is not null and invoice_date <= :day
        union all
        select i.kind, i.number, 'receivables', i.foreign_currency, p.foreign_settled_amount,
          p.amount + coalesce(p.settlement_discount + p.settlement_write_off
            + p.settlement_bank_fee, 0)
        from sales.invoice i join sales.payment p on p.company = i.company and p.invoice = i.number
        where i.company = :company and i.foreign_currency is not null and i.invoice_date <= :day
          and p.payment_date > :day
        union all
        select 'supplier-invoice', number, 'payables', foreign_currency, -foreign_open_amount,
          -open_amount
        from purchasing.supplier_invoice
        where company = :company and foreign_currency is not null and invoice_date <= :day
        union all
        select 'supplier-invoice', i.number, 'payables', i.foreign_currency,
          -p.foreign_settled_amount, -(p.amount + coalesce(p.settlement_discount
            + p.settlement_write_off + p.settlement_bank_fee, 0))
        from purchasing.supplier_invoice i
        join purchasing.supplier_payment p on p.company = i.company and p.invoice = i.number
        where i.company = :company and i.foreign_currency is not null and i.invoice_date <= :day
          and p.payment_date > :day
        union all
        select 'opening-item', number, side, foreign_currency, foreign_open_amount, open_amount
        from settlement.opening_item
        where company = :company and foreign_currency is not null and posting_date <= :day
        union all
        select 'opening-item', o.number, o.side, o.foreign_currency, l.document_amount,
          l.amount + l.discount + l.write_off
        from settlement.opening_item o
        join settlement.payment_line l
          on l.company = o.company and l.item = o.number and l.kind = 'opening-item'
        join settlement.payment p on p.company = l.company and p.number = l.payment
        where o.company = :company and o.foreign_currency is not null and o.posting_date <= :day
          and p.payment_date > :day
        union all
        select 'opening-item', o.number, o.side, o.foreign_currency, l.document_amount, l.amount
        from settlement.opening_item o
        join settlement.allocation_line l
          on l.company = o.company and l.item = o.number and l.kind = 'opening-item'
        join settlement.allocation a on a.company = l.company and a.number = l.allocation
        where o.company = :company and o.foreign_currency is not null and o.posting_date <= :day
          and a.allocation_date > :day
        union all
        select 'bank-account', account, 'receivables', foreign_currency,
          case direction when 'in' then foreign_amount else -foreign_amount end,
          case direction when 'in' then amount else -amount end
        from settlement.payment
        where company = :company and foreign_currency is not null
          and foreign_booked_amount is null and payment_date <= :day
        union all
        select 'bank-account', '1000', 'receivables', foreign_currency, foreign_amount,
          amount + exchange_difference
        from sales.payment
        where company = :company and foreign_currency is not null
          and settled_by_number is null and payment_date <= :day
        union all
        select 'bank-account', '1000', 'receivables', foreign_currency, -foreign_amount,
          -(amount + exchange_difference)
        from purchasing.supplier_payment
        where company = :company and foreign_currency is not null
          and settled_by_number is null and payment_date <= :day) parts
      group by kind, item, side, currency
      having sum(amount) <> 0 or sum(worth) <> 0
      order by kind, item, currency
      """;

  private final JdbcClient jdbc;

  ForeignItemsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Open> at(CompanyCode company, Currency home, LocalDate day) {
    return jdbc.sql(ITEMS)
        .param("company", company.value())
        .param("day", day)
        .query(
            (row, i) ->
                new Open(
                    Revaluation.Kind.valueOf(constant(row.getString("kind"))),
                    row.getString("item"),
                    Side.valueOf(constant(row.getString("side"))),
                    Currency.getInstance(row.getString("currency")),
                    row.getBigDecimal("amount"),
                    Money.of(row.getBigDecimal("worth"), home)))
        .list();
  }

  @Override
  public List<Booked> booked(CompanyCode company, Currency home, LocalDate day) {
    return jdbc.sql(
            """
            select l.kind, l.item, l.document_currency, sum(l.difference) as difference
            from settlement.revaluation r
            join settlement.revaluation_line l
              on l.company = r.company and l.revaluation = r.number
            where r.company = :company and r.revaluation_date = :day
            group by l.kind, l.item, l.document_currency
            """)
        .param("company", company.value())
        .param("day", day)
        .query(
            (row, i) ->
                new Booked(
                    Revaluation.Kind.valueOf(constant(row.getString("kind"))),
                    row.getString("item"),
                    Currency.getInstance(row.getString("document_currency")),
                    Money.of(row.getBigDecimal("difference"), home)))
        .list();
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
