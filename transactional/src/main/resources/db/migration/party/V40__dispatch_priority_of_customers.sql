-- At which priority the orders of a customer are dispatched, where one is agreed.
alter table party.party
  add column dispatch_priority text
    check (dispatch_priority in ('urgent', 'high', 'normal', 'low'));
