-- Tickets are found by their customer, the latest first.
create index ticket_by_customer on service.ticket(company, customer, opened_at);
