alter table service.ticket add column parts_cost numeric not null default 0;
update service.ticket t set parts_cost = p.cost
from (select company, ticket_number, sum(cost) as cost from service.part group by 1, 2) p
where p.company = t.company and p.ticket_number = t.number;

-- Each company counts its own tickets from here on.
insert into document.last_number(company, kind, year, number)
select company, 'service/ticket', 0, max(substring(number from '[0-9]+$')::bigint)
from service.ticket group by company;
drop sequence service.ticket_number;
