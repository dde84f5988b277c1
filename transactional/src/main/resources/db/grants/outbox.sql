-- What was told is never told otherwise.
revoke update, delete on outbox.event from ${role};
