-- Lines of services and expense items, whose cost is booked to an account when they are received.
alter table purchasing.order_line add column account text;
