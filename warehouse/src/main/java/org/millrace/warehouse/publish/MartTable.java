package org.millrace.warehouse.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    statements.addAll(comments(relation));
    statements.add(
        "DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN"
            + " GRANT SELECT ON "
            + relation
            + " TO reader; END IF; END $$");
    return statements;
  }

  /** Adds a column without values. */
  List<String> addColumn(Column column) {
    return List.of(
        "ALTER TABLE %s ADD COLUMN %s %s"
            .formatted(relation(), quoted(column.name()), column.type().mart()),
        comment(relation(), column));
  }

  /** Takes a column away; PostgreSQL refuses it, naming the view, where one reads the column. */
  String dropColumn(String column) {
    return "ALTER TABLE " + relation() + " DROP COLUMN " + quoted(column);
  }

  /** The comments of the table and its columns, as table.yaml has them now. */
  List<String> comments(String relation) {
    List<String> statements = new ArrayList<>();
    statements.add("COMMENT ON TABLE " + relation + " IS " + text(table.comment()));
    table.columns().forEach(column -> statements.add(comment(relation, column)));
    return statements;
  }

  private static String comment(String relation, Column column) {
    return "COMMENT ON COLUMN %s.%s IS %s"
        .formatted(relation, quoted(column.name()), text(column.comment()));
  }

  /** True where a view reads the table, which then cannot be swapped for another. */
  boolean isReadByViews(Statement statement) throws SQLException {
    String question =
        "SELECT count(*) > 0 FROM pg_depend JOIN pg_rewrite ON pg_rewrite.oid = objid"
            + " WHERE classid = 'pg_rewrite'::regclass AND refclassid = 'pg_class'::regclass"
            + " AND refobjid = to_regclass('"
            + relation()
            + "')";
    try (ResultSet found = statement.executeQuery(question)) {
      found.next();
      return found.getBoolean(1);
    }
  }

  /** Lets everybody who may use the table use the one that takes its place. */
  String grantAlike() {
    return """
    DO $$
    DECLARE given record;
    BEGIN
      FOR given IN
        SELECT privilege_type,
          CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS name
        FROM pg_class, aclexplode(relacl)
        WHERE pg_class.oid = to_regclass('%s') AND grantee <> relowner
      LOOP
        EXECUTE format('GRANT %%s ON %s TO %%s', given.privilege_type, given.name);
      END LOOP;
    END $$
    """
        .formatted(relation(), next());
  }

  String swap() {
    return "DROP TABLE " + relation() + "; ALTER TABLE " + next() + " RENAME TO " + quoted(name());
  }

  /** Takes out the rows that belong to an older version of a subject in the stage. */
  String deleteOlder(List<String> subject, String sequence) {
    String names = subject.stream().map(MartTable::quoted).collect(Collectors.joining(", "));
    return "DELETE FROM %s m USING (SELECT %s, max(%s) AS newest FROM %s GROUP BY %s) s WHERE %s"
        .formatted(
            relation(),
            names,
            quoted(sequence),
            stage(),
            names,
            same(subject) + " AND m." + quoted(sequence) + " < s.newest");
  }

  private static String same(List<String> columns) {
    return columns.stream()
        .map(column -> "s." + quoted(column) + " = m." + quoted(column))
        .collect(Collectors.joining(" AND "));
  }

  /** Takes out what the affected part no longer has. */
  String deleteGone(String condition) {
    String same = same(table.key());
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
    String all =
        table.columnNames().stream().map(MartTable::quoted).collect(Collectors.joining(", "));
    return "WITH brought AS (INSERT INTO "
        + relation()
        + " AS m ("
        + all
        + ") SELECT "
        + all
        + " FROM "
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
