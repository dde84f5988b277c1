-- A correction that is no consequence of other movements: what goods that came in really cost.
alter table stock.movement add column charged boolean not null default false;
