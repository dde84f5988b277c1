-- Codes that differ in capital and small letters alone are not registered twice.
create index item_alike on item.item (company, lower(code));
