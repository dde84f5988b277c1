package org.millrace.warehouse.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Storable;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.DataFile;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.TableRow;

/**
 * The rows that a silver table holds back because they break one of its rules of severity
 * quarantine, each with its reason, in {@code silver.quarantine}.
 *
 * <p>A row goes when its table has a sound row of the same key that is at least as new: the
 * correction, whichever of the two comes first. Both steps may be repeated. A crash between the
 * commit of the table and the one here is mended by the repetition of the slice.
 */
public final class Quarantine {
  /**
   * The column that {@link #validated} adds: the names of the broken rules, empty for a sound row.
   */
  public static final String BROKEN = "_broken_rules";

  static final String TABLE = "silver.quarantine";
  private static final int SAMPLED = 5;

  private final Lake lake;

  public Quarantine(Lake lake) {
    this.lake = lake;
  }

  /** The rows with one more column that names the rules they break. */
  public static Dataset<Row> validated(Table table, Dataset<Row> rows) {
    List<Column> broken = new ArrayList<>();
    for (Check check : table.quarantines()) {
      String condition = RuleSql.condition(check.rule()).orElseThrow();
      broken.add(when(expr(condition), lit(null).cast("string")).otherwise(lit(check.name())));
    }
    return rows.withColumn(BROKEN, concat_ws(",", broken.toArray(Column[]::new)));
  }

  /** A validated row without the column that {@link #validated} added. */
  public static Row asGiven(Row validated) {
    StructType columns = validated.schema();
    int own = columns.fieldIndex(BROKEN); // the last one
    Object[] values = new Object[own];
    for (int i = 0; i < own; i++) {
      values[i] = validated.get(i);
    }
    StructType given = new StructType(Arrays.copyOf(columns.fields(), own));
    return new GenericRowWithSchema(values, given);
  }

  /**
   * Takes in the rows that failed and lets go of those that are corrected.
   *
   * @param failed rows with the column of {@link #validated}
   * @param sound the sound rows that the table took in, where they are in hand
   */
  public void settle(Table table, List<Row> failed, Optional<List<Row>> sound) {
    KernelTable stored = lake.small(lake.catalog().named(TABLE));
    stored.whileNoneWrites(() -> settle(stored, table, failed, sound));
  }

  private void settle(
      KernelTable stored, Table table, List<Row> failed, Optional<List<Row>> sound) {
    List<DataFile> files = stored.files(part(table));
    if (failed.isEmpty() && files.isEmpty()) {
      return;
    }
    Map<String, Row> held = new LinkedHashMap<>();
    List<Row> before = stored.read(files);
    before.forEach(row -> held.put(id(row), row));
    failed.stream().map(row -> held(table, row)).forEach(row -> held.put(id(row), row));
    Map<String, Long> newest = new HashMap<>();
    sound.ifPresent(rows -> rows.forEach(row -> note(table, row, newest)));
    if (!failed.isEmpty() || sound.isEmpty()) {
      inTable(table, keys(held)).forEach(row -> note(table, row, newest));
    }
    held.values().removeIf(row -> isCorrected(table, row, newest));
    if (!Set.copyOf(before).equals(Set.copyOf(held.values()))) {
      stored.commit(List.copyOf(held.values()), files);
    }
  }

  private static Affected part(Table table) {
    return new Affected(false, Set.of(Map.of("table_name", table.sql())));
  }

  private static String id(Row row) {
    TableRow held = TableRow.of(row);
    return held.text("row_key") + " " + held.text("event_id");
  }

  private static Set<String> keys(Map<String, Row> held) {
    return held.values().stream()
        .map(row -> TableRow.of(row).text("row_key"))
        .collect(Collectors.toSet());
  }

  private static boolean isCorrected(Table table, Row row, Map<String, Long> newest) {
    TableRow held = TableRow.of(row);
    Long sound = newest.get(held.text("row_key"));
    var load = (Filling.FromEvents) table.filling();
    return sound != null && (!load.keep().isBySequence() || sound >= held.whole("sequence"));
  }

  private static void note(Table table, Row row, Map<String, Long> newest) {
    newest.merge(key(table, row), sequence(table, row), Math::max);
  }

  /** The rows of the table that have one of these keys. */
  private List<Row> inTable(Table table, Set<String> keys) {
    Column[] parts =
        table.key().stream()
            .map(name -> concat_ws("", lit(name + "="), col(name).cast("string")))
            .toArray(Column[]::new);
    return lake.read(table.sql())
        .filter(concat_ws(", ", parts).isInCollection(keys))
        .collectAsList();
  }

  private static String key(Table table, Row row) {
    return table.key().stream()
        .map(name -> name + "=" + (row.getAs(name) == null ? "" : row.getAs(name).toString()))
        .collect(Collectors.joining(", "));
  }

  private static long sequence(Table table, Row row) {
    var load = (Filling.FromEvents) table.filling();
    return TableRow.of(row).whole(load.sequence());
  }

  private Row held(Table table, Row row) {
    TableRow validated = TableRow.of(row);
    List<String> names = List.of(validated.text(BROKEN).split(","));
    return RowWriter.of(lake.catalog().named(TABLE))
        .row()
        .set("company", validated.maybeText("company"))
        .set("table_name", table.sql())
        .set("row_key", key(table, row))
        .set("checks", String.join(",", names))
        .set("reason", reason(table, names, row))
        .set("event_id", validated.text("event_id"))
        .set("sequence", sequence(table, row))
        .set("recorded_at", validated.moment("recorded_at"))
        .set("content", asGiven(row).json())
        .done();
  }

  private static String reason(Table table, List<String> names, Row row) {
    return table.quarantines().stream()
        .filter(check -> names.contains(check.name()))
        .map(
            check ->
                check.name()
                    + ": "
                    + (check.name().equals(Storable.NAME)
                        ? notStorable(table, row)
                        : wanted(check.rule())))
        .collect(Collectors.joining("; "));
  }

  /** The values that no table of the house holds, each with what is expected. */
  private static String notStorable(Table table, Row row) {
    String moments =
        table.columns().stream()
            .filter(Storable::isMoment)
            .filter(column -> row.getAs(column.name()) != null)
            .map(column -> Map.entry(column.name(), day(row.getAs(column.name()))))
            .filter(each -> isOutside(each.getValue().getYear()))
            .map(each -> each.getKey() + " is " + each.getValue())
            .collect(Collectors.joining(", "));
    return moments.isEmpty()
        ? "the key is longer than %d characters".formatted(Storable.LONGEST_KEY)
        : "%s; expected a day of the years %d to %d"
            .formatted(moments, Storable.FIRST_YEAR, Storable.LAST_YEAR);
  }

  private static boolean isOutside(int year) {
    return year < Storable.FIRST_YEAR || year > Storable.LAST_YEAR;
  }

  private static LocalDate day(Object moment) {
    return moment instanceof Timestamp time
        ? time.toLocalDateTime().toLocalDate()
        : ((Date) moment).toLocalDate();
  }

  /**
   * Takes in an event that no row could be made of, because the calculation of its columns failed.
   */
  public void holdEvent(Table table, Row event, String reason) {
    KernelTable stored = lake.small(lake.catalog().named(TABLE));
    stored.whileNoneWrites(
        () -> {
          List<DataFile> files = stored.files(part(table));
          Map<String, Row> held = new LinkedHashMap<>();
          stored.read(files).forEach(row -> held.put(id(row), row));
          TableRow given = TableRow.of(event);
          Row one =
              RowWriter.of(lake.catalog().named(TABLE))
                  .row()
                  .set("company", given.maybeText("company"))
                  .set("table_name", table.sql())
                  .set("row_key", "event_id=" + given.text("event_id"))
                  .set("checks", Storable.NAME)
                  .set("reason", Storable.NAME + ": " + reason)
                  .set("event_id", given.text("event_id"))
                  .set("sequence", given.whole("aggregate_version"))
                  .set("recorded_at", given.moment("recorded_at"))
                  .set("content", given.text("payload"))
                  .done();
          if (held.put(id(one), one) == null) {
            stored.commit(List.copyOf(held.values()), files);
          }
        });
  }

  private static String wanted(Check.Rule rule) {
    return rule instanceof Check.Rule.EachRow each
        ? each.condition()
        : RuleSql.condition(rule).orElseThrow();
  }

  /** What is held back now: the version that says so, and the rows by table. */
  public record Held(long version, Map<String, List<Row>> rows) {
    public Held {
      rows = Map.copyOf(rows);
    }

    /** Why a table is not whole: what it and the tables before it hold back; empty if nothing. */
    public String reason(Lake lake, Table table) {
      Map<String, Integer> counts = new TreeMap<>();
      count(lake, table, counts);
      return counts.entrySet().stream()
          .map(each -> "%d rows held back of %s".formatted(each.getValue(), each.getKey()))
          .collect(Collectors.joining(", "));
    }

    private void count(Lake lake, Table table, Map<String, Integer> counts) {
      Optional.ofNullable(rows.get(table.sql()))
          .ifPresent(own -> counts.put(table.sql(), own.size()));
      List<String> before = new ArrayList<>(table.sources());
      if (table.filling() instanceof Filling.Shows shows) {
        before.add(shows.table());
      }
      before.stream()
          .flatMap(name -> lake.catalog().table(name).stream())
          .forEach(source -> count(lake, source, counts));
    }
  }

  /** What is held back now. */
  public Held held() {
    Table table = lake.catalog().named(TABLE);
    KernelTable stored = lake.small(table);
    long version = lake.log(table).latest();
    List<Row> rows = stored.read(stored.files(Affected.everything()));
    return new Held(
        version,
        rows.stream().collect(Collectors.groupingBy(row -> TableRow.of(row).text("table_name"))));
  }

  /** The version of the table, which moves when something is held back or let go. */
  public long version() {
    return lake.log(lake.catalog().named(TABLE)).latest();
  }

  private static boolean breaks(Row row, Check check) {
    return List.of(TableRow.of(row).text("checks").split(",")).contains(check.name());
  }

  /** What every check that holds rows back has found. */
  public List<CheckResult> results(Held held, Instant at) {
    List<CheckResult> results = new ArrayList<>();
    for (Table table : lake.catalog().tables()) {
      List<Row> own = held.rows().getOrDefault(table.sql(), List.of());
      for (Check check : table.quarantines()) {
        List<Row> failing = own.stream().filter(row -> breaks(row, check)).toList();
        String sample =
            failing.stream()
                .limit(SAMPLED)
                .map(row -> TableRow.of(row).text("content"))
                .collect(Collectors.joining(" "));
        results.add(new CheckResult(table.sql(), check, failing.size(), sample, at));
      }
    }
    return results;
  }
}
