-- Answers are forgotten after a while: the old ones are found without reading all commands.
create index command_recorded on web.command using brin (recorded_at);
