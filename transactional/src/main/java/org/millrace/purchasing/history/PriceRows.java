package org.millrace.purchasing.history;

/** What was ordered and billed at which price, as a query. */
public final class PriceRows {
  /** The lines of orders and bills as "priced", of the company of a query "asked" before it. */
  static final String PRICED =
      """
      ordered as (
        select 'order' as kind, o.number as document, o.number as order_number, l.line,
          o.order_date as priced_on, o.company, o.supplier, o.supplier_name, l.item, l.item_name,
          l.quantity, coalesce(l.foreign_unit_price, l.unit_price) as price,
          coalesce(o.foreign_currency, o.currency) as price_currency,
          l.unit_price as home_price, o.currency
        from asked a
        join purchasing.purchase_order o on o.company = a.company and o.status <> 'cancelled'
        join purchasing.order_line l on l.company = o.company and l.order_number = o.number),
      each_bill as (
        select i.*, l.line, l.item, l.item_name, l.quantity,
          case when round(l.quantity * l.unit_price, 2) = l.net_amount then l.unit_price
            else round(l.net_amount / l.quantity, 6) end as home_price,
          split_part(i.foreign_rate, '/', 1)::numeric
            / coalesce(nullif(split_part(i.foreign_rate, '/', 2), '')::numeric, 1) as rate
        from asked a
        join purchasing.supplier_invoice i on i.company = a.company and i.kind = 'invoice'
          and i.reverses is null and i.reversed_by is null
        join purchasing.supplier_invoice_line l
          on l.company = i.company and l.invoice_number = i.number and l.quantity > 0),
      billed as (
        select 'bill', number, order_number, line, invoice_date, company, supplier,
          supplier_name, item, item_name, quantity,
          case when rate is null then home_price else round(home_price / rate, 4) end,
          coalesce(foreign_currency, currency), home_price, currency
        from each_bill),
      priced as (select * from ordered union all select * from billed)
      """;

  /** A row for each line of an order or a bill. Its parameter is the company. */
  public static final String SQL =
      "with asked as (select ?::text as company),\n"
          + PRICED
          + """
          select p.document || '-' || p.line as id, p.kind, p.document, p.order_number, p.line,
            p.priced_on, p.supplier, p.supplier_name, p.item, p.item_name,
            trim_scale(p.quantity) as quantity, t.unit, trim_scale(p.price) as price,
            p.price_currency, trim_scale(p.home_price) as home_price, p.currency
          from priced p
          left join item.item t on t.company = p.company and t.code = p.item
          """;

  private PriceRows() {}
}
