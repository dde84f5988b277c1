-- A discount in percent on the whole of a quotation or an order, and what it comes to in the
-- currency of the company and in that of a document abroad; null where there is none. The net
-- amounts of the lines are less their shares.
alter table sales.sales_order
  add column document_discount_percent numeric(7, 4)
    check (document_discount_percent > 0 and document_discount_percent <= 100),
  add column document_discount_amount numeric(20, 4),
  add column document_discount_foreign_amount numeric(20, 4);
alter table sales.quotation
  add column document_discount_percent numeric(7, 4)
    check (document_discount_percent > 0 and document_discount_percent <= 100),
  add column document_discount_amount numeric(20, 4),
  add column document_discount_foreign_amount numeric(20, 4);
