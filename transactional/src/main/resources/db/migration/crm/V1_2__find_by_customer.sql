-- Opportunities are found by their customer, the latest first.
create index opportunity_by_customer on crm.opportunity(company, customer, opened_at);
