package org.millrace.warehouse.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Table;

/** The SQL of one mart table: how it is made, and how a stage of rows gets into it. */
final class MartTable {
  private final Table table;

  MartTable(Table table) {
    this.table = table;
  }

  String name() {
    return table.name().table();
  }

  String relation() {
    return "mart.\"" + name() + "\"";
  }

  String next() {
    return "mart.\"" + name() + "__next\"";
  }

  String stage() {
    return "pg_temp.\"stage_" + name() + "\"";
  }

  String create(String relation) {
    String columns =
        table.columns().stream()
            .map(column -> quoted(column.name()) + " " + column.type().mart())
            .collect(Collectors.joining(", "));
    return "CREATE TABLE " + relation + " (" + columns + ")";
  }

  String createStage() {
    return "CREATE TEMP TABLE IF NOT EXISTS \"stage_"
        + name()
        + "\" (LIKE "
        + relation()
        + ") ON COMMIT DELETE ROWS";
  }

  List<String> finish(String relation) {
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TABLE " + relation + " ADD PRIMARY KEY (" + key("") + ")");
    for (List<String> index : table.indexes()) {
      statements.add(
          "CREATE INDEX ON "
              + relation
              + " ("
              + index.stream().map(MartTable::quoted).collect(Collectors.joining(", "))
              + ")");
    }
    statements.add("COMMENT ON TABLE " + relation + " IS " + text(table.about().grain()));
    for (Column column : table.columns()) {
      String unit = column.unit().map(word -> " (" + word + ")").orElse("");
      statements.add(
          "COMMENT ON COLUMN "
              + relation
              + "."
              + quoted(column.name())
              + " IS "
              + text(column.meaning() + unit));
    }
    statements.add(
        "DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN"
            + " GRANT SELECT ON "
            + relation
            + " TO reader; END IF; END $$");
    return statements;
  }

  String swap() {
    return "DROP TABLE " + relation() + "; ALTER TABLE " + next() + " RENAME TO " + quoted(name());
  }

  /** Takes out what the affected part no longer has. */
  String deleteGone(String condition) {
    String same =
        table.key().stream()
            .map(column -> "s." + quoted(column) + " = m." + quoted(column))
            .collect(Collectors.joining(" AND "));
    return "DELETE FROM "
        + relation()
        + " m WHERE ("
        + condition
        + ") AND NOT EXISTS (SELECT FROM "
        + stage()
        + " s WHERE "
        + same
        + ")";
  }

  /** Brings the stage in and answers the number of rows that are new. */
  String upsert(String keepOlder) {
    List<String> others =
        table.columnNames().stream().filter(name -> !table.key().contains(name)).toList();
    String set =
        others.stream()
            .map(name -> quoted(name) + " = excluded." + quoted(name))
            .collect(Collectors.joining(", "));
    String change =
        others.isEmpty() ? "DO NOTHING" : "DO UPDATE SET " + set + " WHERE " + keepOlder;
    return "WITH brought AS (INSERT INTO "
        + relation()
        + " AS m SELECT * FROM "
        + stage()
        + " ON CONFLICT ("
        + key("")
        + ") "
        + change
        + " RETURNING (xmax = 0) AS fresh) SELECT count(*) FILTER (WHERE fresh) FROM brought";
  }

  /** The condition under which a row that differs takes the place of the one that is there. */
  String whenDifferent() {
    List<String> others =
        table.columnNames().stream().filter(name -> !table.key().contains(name)).toList();
    return "("
        + others.stream().map(name -> "m." + quoted(name)).collect(Collectors.joining(", "))
        + ") IS DISTINCT FROM ("
        + others.stream().map(name -> "excluded." + quoted(name)).collect(Collectors.joining(", "))
        + ")";
  }

  String whenNewer(String sequence) {
    return "excluded." + quoted(sequence) + " > m." + quoted(sequence);
  }

  String key(String alias) {
    return table.key().stream().map(name -> alias + quoted(name)).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String text(String words) {
    return "'" + words.replace("'", "''") + "'";
  }
}
