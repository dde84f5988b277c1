package org.millrace.ledger.unbilled;

/** What is received and not billed on a day, as a query. */
public final class UnbilledRows {
  /**
   * A row for each document: kind, number, received_on, amount and more. Its parameters are the
   * company, the day, the currency and the time zone of the company.
   */
  public static final String SQL =
      """
      with asked as (select ?::text as company, ?::date as day, ?::text as currency,
          ?::text as zone),
      moved as (
        select coalesce(r.returns, r.number) as receipt, l.quantity, l.amount
        from purchasing.receipt r
        join purchasing.receipt_line l on l.company = r.company and l.receipt_number = r.number
        join asked a on a.company = r.company and r.receipt_date <= a.day
        union all
        select m.receipt, -m.quantity, -m.amount
        from purchasing.receipt_match m
        join asked a on a.company = m.company and m.matched_on <= a.day
        where m.receipt is not null),
      claimed as (
        select m.returned as receipt, -m.quantity as quantity, -m.amount as amount
        from purchasing.receipt_match m
        join asked a on a.company = m.company and m.matched_on <= a.day
        where m.returned is not null),
      landed as (
        select coalesce(c.reverses, c.number) as number, c.amount
        from stock.landed_cost c
        join asked a on a.company = c.company
          and (c.landed_at at time zone a.zone)::date <= a.day),
      open as (
        select 'receipt' as kind, receipt as number, sum(quantity) as quantity,
          sum(amount) as amount
        from moved group by receipt having sum(amount) <> 0 or sum(quantity) <> 0
        union all
        select 'return', receipt, sum(quantity), sum(amount)
        from claimed group by receipt having sum(amount) <> 0 or sum(quantity) <> 0
        union all
        select 'landed-cost', number, null, sum(amount)
        from landed group by number having sum(amount) <> 0),
      each_one as (
        select o.kind, o.number,
          coalesce(r.receipt_date, (c.landed_at at time zone a.zone)::date) as received_on,
          r.order_number, coalesce(r.supplier, c.supplier) as supplier, r.supplier_name,
          o.quantity, o.amount, a.currency, a.day
        from open o
        cross join asked a
        left join purchasing.receipt r
          on r.company = a.company and r.number = o.number and o.kind <> 'landed-cost'
        left join stock.landed_cost c
          on c.company = a.company and c.number = o.number and o.kind = 'landed-cost')
      select kind, number, received_on, day - received_on as days,
        case when day - received_on <= 30 then 'days-0-to-30'
          when day - received_on <= 60 then 'days-31-to-60'
          when day - received_on <= 90 then 'days-61-to-90' else 'over-90' end as age,
        order_number, supplier, supplier_name, quantity, amount, currency
      from each_one
      """;

  private UnbilledRows() {}
}
