-- The books only grow; a month is closed and reopened, but its row stays.
revoke update, delete on ledger.entry, ledger.line, ledger.seal from ${role};
revoke update, delete on ledger.period from ${role};
grant update (open, version, closed_by, closed_at) on ledger.period to ${role};
revoke insert, update, delete on ledger.account from ${role};
