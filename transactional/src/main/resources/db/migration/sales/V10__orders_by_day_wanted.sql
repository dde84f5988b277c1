create index order_by_requested_date
  on sales.sales_order(company, requested_date desc nulls last, number desc);
