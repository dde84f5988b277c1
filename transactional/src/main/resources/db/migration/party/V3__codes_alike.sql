-- Codes that differ in capital and small letters alone are not registered twice.
create index party_alike on party.party (company, lower(code));
