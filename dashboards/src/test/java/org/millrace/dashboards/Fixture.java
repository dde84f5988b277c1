package org.millrace.dashboards;

import java.sql.SQLException;

/**
 * A year of a small wholesaler in the marts: invoices by a fixed rule, and every other table summed
 * up from them, so that figures and rows agree. A second company in another currency stands beside
 * it to be kept apart.
 */
final class Fixture {
  private static final String INVOICES =
      """
      insert into mart.sales_invoice(company, number, source_number, kind, invoice_date, month,
        due_date, customer, customer_name, country, currency, net_amount, cost_amount,
        paid_amount, open_amount)
      select c.company, kind.prefix || (536000 + i), kind.prefix || (536000 + i), kind.name, day,
        date_trunc('month', day)::date, day + 30, 'K' || cust, 'Customer ' || cust, country,
        c.currency, 0, 0, 0, 0
      from (values ('MERIDIAN', 'GBP', 1200), ('ALTBERG', 'EUR', 90)) c(company, currency, n),
        lateral generate_series(1, c.n) i,
        lateral (select date '2010-06-03' + (i * 454 / c.n) as day,
          12000 + (i * 37) % 83 as cust) d,
        lateral (select (array['United Kingdom', 'Germany', 'France', 'EIRE', 'Netherlands',
          'Spain', 'Japan'])[1 + (cust % 11) % 7] as country) p,
        lateral (select case when i % 17 = 0 then 'C' else '' end as prefix,
          case when i % 17 = 0 then 'credit-note' else 'invoice' end as name) kind
      """;
  private static final String LINES =
      """
      insert into mart.sales_invoice_line(company, number, line_no, invoice_date, month, item,
        item_name, quantity, unit_price, net_amount, cost_amount, currency, country, customer)
      select h.company, h.number, l, h.invoice_date, h.month, '22' || (100 + it),
        (array['WHITE METAL LANTERN', 'JUMBO BAG RED RETROSPOT', 'REGENCY CAKESTAND 3 TIER',
          'PARTY BUNTING', 'HAND WARMER UNION JACK', 'SET OF 4 KNICK KNACK TINS'])[1 + it % 6]
          || ' ' || it,
        q, p, round(q * p, 2), round(q * p * 0.58, 2), h.currency, h.country, h.customer
      from mart.sales_invoice h,
        lateral (select substr(h.number, length(h.number) - 2)::int as n) k,
        lateral generate_series(1, 2 + n % 5) l,
        lateral (select (n * 7 + l * 13) % 40 as it) x,
        lateral (select case h.kind when 'invoice' then 1 else -1 end * (1 + (n + l) % 24) as q,
          0.85 + (it % 9) * 1.15 as p) y
      """;
  private static final String SUMS =
      """
      with pieces as (select company, min(number) as first, max(number) as last
        from mart.sales_invoice where company = 'MERIDIAN' and month = '2011-08-01'
        and country = 'Germany' and kind = 'invoice' group by company)
      update mart.sales_invoice s set source_number = first from pieces p
      where s.company = p.company and s.number = last;
      update mart.sales_invoice_line set item_kind = 'stocked';
      update mart.sales_invoice_line set item_kind = 'service'
      where item = '22105';
      update mart.sales_invoice h set net_amount = s.net, cost_amount = s.cost,
        open_amount = case when h.invoice_date > '2011-07-20' then s.net else 0 end,
        paid_amount = case when h.invoice_date > '2011-07-20' then 0 else s.net end
      from (select company, number, sum(net_amount) net, sum(cost_amount) cost
        from mart.sales_invoice_line group by 1, 2) s
      where s.company = h.company and s.number = h.number;
      insert into mart.sales_monthly(company, month, country, currency, invoices, credit_notes,
        quantity, net_revenue, cost_amount)
      select h.company, h.month, h.country, h.currency,
        count(distinct source_number) filter (where kind = 'invoice'),
        count(*) filter (where kind <> 'invoice'), 0, sum(net_amount), sum(cost_amount)
      from mart.sales_invoice h group by 1, 2, 3, 4;
      insert into mart.sales_daily(company, day, country, currency, invoices, credit_notes,
        quantity, returned_quantity, net_revenue, returned_amount, cost_amount, month)
      select company, invoice_date, country, currency, count(*) filter (where kind = 'invoice'),
        count(*) filter (where kind <> 'invoice'), 0, 0, sum(net_amount),
        coalesce(-sum(net_amount) filter (where kind <> 'invoice'), 0), sum(cost_amount), month
      from mart.sales_invoice group by 1, 2, 3, 4, month;
      insert into mart.sales_customer_monthly(company, month, country, currency, customer,
        customer_name, invoices, credit_notes, quantity, net_revenue, cost_amount)
      select company, month, country, currency, customer, max(customer_name),
        count(*) filter (where kind = 'invoice'), count(*) filter (where kind <> 'invoice'), 0,
        sum(net_amount), sum(cost_amount)
      from mart.sales_invoice group by 1, 2, 3, 4, 5;
      insert into mart.sales_item_monthly(company, month, country, currency, item, item_name,
        quantity, returned_quantity, net_revenue, cost_amount)
      select company, month, country, currency, item, max(item_name), sum(quantity),
        coalesce(-sum(quantity) filter (where quantity < 0), 0), sum(net_amount), sum(cost_amount)
      from mart.sales_invoice_line group by 1, 2, 3, 4, 5;
      insert into mart.customer_segments(company, as_of, customer, customer_name, country, currency,
        recency_days, frequency, monetary, r, f, m, segment)
      select company, '2011-08-31', customer, max(customer_name), max(country), max(currency),
        date '2011-08-31' - max(invoice_date), count(*), sum(net_amount),
        1 + count(*)::int % 5, 1 + count(*)::int % 5, 3,
        (array['Champions', 'Loyal', 'At risk', 'Hibernating', 'New'])
          [1 + abs(sum(net_amount))::int % 5]
      from mart.sales_invoice group by 1, 3;
      insert into mart.sales_customer_segment_monthly(company, month, country, currency, segment,
        customer, customer_name, invoices, credit_notes, quantity, net_revenue, cost_amount)
      select s.company, s.month, s.country, s.currency, g.segment, s.customer, s.customer_name,
        s.invoices, s.credit_notes, 0, s.net_revenue, s.cost_amount
      from mart.sales_customer_monthly s join mart.customer_segments g using (company, customer);
      """;
  private static final String BOOKS =
      """
      insert into mart.journal_line(company, entry_number, line_no, posting_date, month, account,
        account_name, account_type, debit, credit, currency, text, document_domain, document_type,
        document_number, party)
      select h.company, dense_rank() over (partition by h.company order by invoice_date, number, p),
        row_number() over (partition by h.company, number, p), invoice_date, month, a.account,
        a.name,
        a.type, greatest(a.sign * amount, 0), greatest(-a.sign * amount, 0), currency,
        'Invoice ' || number, 'sales', 'invoice', number, customer
      from mart.sales_invoice h,
        lateral (values (1, net_amount), (2, cost_amount), (3, paid_amount)) x(p, amount),
        lateral (values
          (1, '1100', 'Accounts receivable', 'asset', 1),
          (1, case kind when 'invoice' then '4000' else '4100' end,
            case kind when 'invoice' then 'Sales revenue' else 'Sales returns' end, 'revenue', -1),
          (2, '5000', 'Cost of goods sold', 'expense', 1), (2, '1200', 'Inventory', 'asset', -1),
          (3, '1000', 'Cash and bank', 'asset', 1), (3, '1100', 'Accounts receivable', 'asset', -1)
        ) a(part, account, name, type, sign)
      where a.part = p and amount <> 0;
      insert into mart.trial_balance(company, month, account, account_name, account_type, currency,
        opening, debit, credit, closing)
      select company, month, account, account_name, account_type, currency,
        sum(d - c) over w - (d - c), d, c, sum(d - c) over w
      from (select a.*, m.month, coalesce(sum(j.debit), 0) d, coalesce(sum(j.credit), 0) c
        from (select distinct company, account, account_name, account_type, currency
          from mart.journal_line) a
        join (select distinct company, month from mart.journal_line) m using (company)
        left join mart.journal_line j using (company, account, month)
        group by 1, 2, 3, 4, 5, 6) s
      window w as (partition by company, account order by month);
      insert into mart.income_statement
      select company, month, n, line, en, zh, currency, amount,
        sum(amount) over (partition by company, line, date_trunc('year', month) order by month)
      from (select company, month, currency, l.n, l.line, l.en, l.zh,
          l.sign * sum(case when account like any (l.accounts) then debit - credit else 0 end)
            amount
        from mart.trial_balance,
          (values (1, 'revenue', 'Revenue', '营业收入', -1, array['40%']),
            (2, 'returns', 'Sales returns', '销售退回', 1, array['41%']),
            (3, 'net_revenue', 'Net revenue', '营业净收入', -1, array['4%']),
            (4, 'cost_of_goods_sold', 'Cost of goods sold', '营业成本', 1, array['5%']),
            (5, 'gross_profit', 'Gross profit', '毛利', -1, array['4%', '5%']),
            (16, 'net_income', 'Net income', '净利润', -1, array['4%', '5%', '6%', '7%', '8%'])
          ) l(n, line, en, zh, sign, accounts)
        group by 1, 2, 3, 4, 5, 6, 7, l.sign) s;
      """;
  private static final String STATEMENTS =
      """
      insert into mart.balance_sheet
      select company, month, n, line, en, zh, currency,
        l.sign * sum(case when account like any (l.accounts) then closing else 0 end)
      from mart.trial_balance,
        (values (1, 'cash', 'Cash and bank', '货币资金', 1, array['10%']),
          (2, 'receivables', 'Accounts receivable', '应收账款', 1, array['11%']),
          (3, 'inventory', 'Inventory and work in progress', '存货及在产品', 1, array['12%']),
          (6, 'total_assets', 'Total assets', '资产总计', 1, array['1%']),
          (13, 'retained_earnings', 'Retained earnings and profit', '未分配利润', -1,
            array['4%', '5%']),
          (15, 'total_liabilities_and_equity', 'Total liabilities and equity',
            '负债和所有者权益总计', -1, array['2%', '3%', '4%', '5%'])
        ) l(n, line, en, zh, sign, accounts)
      group by 1, 2, 3, 4, 5, 6, 7, l.sign;
      insert into mart.cash_flow
      select company, month, n, line, en, zh, currency,
        sum(case when account = '1000' then v else 0 end)
      from (select t.*, x.* from mart.trial_balance t,
        lateral (values (10, 'net_change', 'Net change in cash', '现金净增加额', debit - credit),
          (11, 'opening_cash', 'Cash at the start', '期初现金余额', opening),
          (12, 'closing_cash', 'Cash at the end', '期末现金余额', closing)) x(n, line, en, zh, v)) s
      group by 1, 2, 3, 4, 5, 6, 7;
      """;
  private static final String PLANS =
      """
      insert into mart.stock_balance(company, item, item_name, location, on_hand_qty, average_cost,
        value_amount, currency)
      select company, item, max(item_name), 'MAIN', 40 + count(*) % 90, 2.5,
        (40 + count(*) % 90) * 2.5, max(currency) from mart.sales_invoice_line group by 1, 2;
      insert into mart.sales_order(company, number, order_date, month, customer, customer_name,
        country, currency, status, ordered_qty, delivered_qty, net_amount, open_amount,
        requested_date)
      select company, 'SO-' || number, invoice_date, month, customer, customer_name, country,
        currency, 'open', 20, 5, net_amount, round(net_amount * 0.75, 2),
        invoice_date + 14
      from mart.sales_invoice where invoice_date > '2011-08-20' and kind = 'invoice';
      insert into mart.demand_weekly(company, item, item_name, period, quantity)
      select company, item, max(item_name), date_trunc('week', invoice_date)::date, sum(quantity)
      from mart.sales_invoice_line where item_kind <> 'service' group by company, item, 4;
      insert into mart.demand_forecast(company, item, item_name, as_of, period, forecast, lo80,
        hi80, method, error, reason)
      select company, item, max(item_name), '2011-08-31', date '2011-09-05' + 7 * w,
        avg(quantity) + w % 3, greatest(avg(quantity) - 6 - w, 0), avg(quantity) + 8 + w,
        (array['theta', 'seasonal-naive', 'damped-trend', 'mean'])[1 + count(*)::int % 4], 0.31,
        'Lowest error of 12 origins'
      from mart.demand_weekly, generate_series(0, 7) w group by company, item, w;
      insert into mart.forecast_frozen(company, item, item_name, period, lag, forecast,
        frozen_as_of)
      select company, item, item_name, period, 1, quantity + 2, period - 1
      from mart.demand_weekly where period > '2011-07-01';
      insert into mart.forecast_actual(company, item, item_name, as_of, period, actual, forecast,
        source)
      select company, item, item_name, '2011-08-31', period, quantity,
        round(quantity * 1.04 + 1, 2),
        case when period < '2011-07-04' then 'tested' else 'frozen' end
      from mart.demand_weekly where period >= '2011-06-06';
      """;

  private Fixture() {}

  static void load(TestingMart mart) throws SQLException {
    mart.run(INVOICES);
    mart.run(LINES);
    mart.run(SUMS);
    mart.run(BOOKS);
    mart.run(STATEMENTS);
    mart.run(PLANS);
    PlanFixture.load(mart);
    mart.run("analyze");
    mart.publish();
  }
}
