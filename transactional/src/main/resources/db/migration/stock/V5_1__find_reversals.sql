-- A reversal is found by the document that it names.
create index transfer_by_reversed on stock.transfer(company, reverses) where reverses is not null;
create index count_by_reversed on stock.count(company, reverses) where reverses is not null;
