-- What a machine wants of its files; empty for what most machines want.
alter table machine add column dialect text not null default '' check (length(dialect) <= 60);
