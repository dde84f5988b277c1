package org.millrace.dashboards.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the commands that a table chart offers on its rows, or a board by itself. The set of what a
 * command may do is closed: one request below /api, with values of the row and of asked fields.
 */
final class CommandFiles {
  private static final String PATH = "/api(/[a-z-]+|/\\{[a-z_0-9]+})+";
  private static final String FOLDER = "commands";
  private static final String BOARD = "board";
  private static final String PERMISSION = "[a-z]+[.][a-z]+";

  private final MartTables tables;

  CommandFiles(MartTables tables) {
    this.tables = tables;
  }

  /** Commands of a board itself, which knows of no row but the company. */
  static List<Chart.Command> ofBoard(Fields in) {
    MartTables tables = MartTables.of(Map.of(BOARD, List.of("company")));
    return new CommandFiles(tables).read(in, BOARD, FOLDER);
  }

  List<Chart.Command> ofChart(Fields in, String table) {
    return read(in, table, "../" + FOLDER);
  }

  /** A command stands where it is offered, or in a file of the board's folder of commands. */
  private List<Chart.Command> read(Fields in, String table, String folder) {
    if (!in.has("commands")) {
      in.texts("commands");
      return List.of();
    }
    List<Chart.Command> commands = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Fields each : in.list("commands")) {
      Optional<Fields> fields = each.has("file") ? each.file("file", folder) : Optional.of(each);
      if (fields.isPresent()) {
        Chart.Command read = command(fields.get(), table);
        if (!names.add(read.offer().name())) {
          each.problem("name", "there are two commands '" + read.offer().name() + "' here");
        }
        commands.add(read);
      }
    }
    return commands;
  }

  private Chart.Command command(Fields in, String table) {
    Chart.Offer offer = offer(in, table);
    Chart.Call call = call(in, table);
    List<Chart.Field> ask = new ArrayList<>();
    if (in.has("ask")) {
      in.list("ask").forEach(field -> ask.add(field(field, table)));
    }
    for (Chart.Field field : ask) {
      if (call.send().containsKey(field.key())) {
        in.problem("ask", "'" + field.key() + "' is both asked and sent from the row");
      }
    }
    ask.forEach(field -> checkWhen(in, field, ask));
    Optional<Chart.Many> many = in.optionalFields("many").map(rows -> many(rows, ask, table));
    if (many.isPresent() && call.base() == Chart.Base.CURRENT) {
      in.problem("many", "what is there now differs by row, so it is given on one row at a time");
    }
    Chart.Outcome outcome =
        new Chart.Outcome(
            in.label("done"), in.optionalFields("document").map(CommandFiles::document));
    in.end();
    return new Chart.Command(offer, call, ask, many, outcome);
  }

  private Chart.Offer offer(Fields in, String table) {
    String name = in.text("name");
    if (!name.matches("[a-z]+(-[a-z]+)*")) {
      in.problem("name", "a command's name is small letters and dashes, not '" + name + "'");
    }
    String permission = in.text("permission");
    if (!permission.matches(PERMISSION)) {
      in.problem(
          "permission",
          "a permission of the core, such as planning.write, is needed, not '" + permission + "'");
    }
    Chart.Offer offer =
        new Chart.Offer(
            name,
            in.label("label"),
            in.optionalLabel("confirm"),
            permission,
            in.conditions("where", tables, table));
    offer.columns().forEach(column -> in.require("label", tables, table, column));
    return offer;
  }

  private Chart.Call call(Fields in, String table) {
    Chart.Call call =
        new Chart.Call(
            in.choice("method", Chart.Method.class),
            path(in, table),
            send(in, table),
            in.choice("base", Chart.Base.NOTHING),
            in.texts("keep"));
    if (call.base() == Chart.Base.CURRENT && call.method() != Chart.Method.PUT) {
      in.problem("base", "only what is put as a whole is built on what is there now");
    }
    if (!call.keep().isEmpty() && call.base() != Chart.Base.CURRENT) {
      in.problem("keep", "only what is there now can be kept: say base: current");
    }
    return call;
  }

  private String path(Fields in, String table) {
    String path = in.text("path");
    if (!path.matches(PATH)) {
      in.problem("path", "a path is below /api, with columns in braces, not '" + path + "'");
    }
    Chart.Call.PLACE
        .matcher(path)
        .results()
        .forEach(place -> in.require("path", tables, table, place.group(1)));
    return path;
  }

  private Map<String, String> send(Fields in, String table) {
    Map<String, String> send = new LinkedHashMap<>();
    in.optionalFields("send")
        .map(Fields::columns)
        .orElse(Map.of())
        .forEach(
            (key, columns) -> {
              columns.forEach(column -> in.require("send", tables, table, column));
              send.put(key, columns.isEmpty() ? "" : columns.get(0));
            });
    return send;
  }

  private Chart.Field field(Fields in, String table) {
    Chart.Kind kind = in.choice("kind", Chart.Kind.class);
    List<Chart.Option> options = new ArrayList<>();
    if (kind.hasOptions()) {
      in.list("options").forEach(option -> options.add(option(option)));
    }
    Map<String, Set<String>> when = new TreeMap<>();
    in.optionalFields("when")
        .ifPresent(w -> w.columns().forEach((key, values) -> when.put(key, Set.copyOf(values))));
    Chart.Field field =
        new Chart.Field(
            in.text("key"),
            in.label("label"),
            kind,
            options,
            in.optional("from"),
            in.optional("of"),
            in.optional("pick"),
            in.choice("need", Chart.Need.REQUIRED),
            when);
    field.from().ifPresent(column -> in.require("from", tables, table, column));
    field.of().ifPresent(column -> in.require("of", tables, table, column));
    field
        .pick()
        .filter(page -> kind != Chart.Kind.TEXT || !page.matches("[a-z-]+/[a-z-]+"))
        .ifPresent(
            page ->
                in.problem(
                    "pick", "a text picks from a page such as party/party, not '" + page + "'"));
    in.end();
    return field;
  }

  private static Chart.Option option(Fields in) {
    Chart.Option option = new Chart.Option(in.text("value"), in.label("label"));
    in.end();
    return option;
  }

  private static void checkWhen(Fields in, Chart.Field field, List<Chart.Field> asked) {
    field
        .when()
        .forEach(
            (key, values) -> {
              Set<String> known = new TreeSet<>();
              asked.stream()
                  .filter(other -> other.key().equals(key) && other.kind() == Chart.Kind.ONE_OF)
                  .forEach(other -> other.options().forEach(option -> known.add(option.value())));
              if (!known.containsAll(values)) {
                in.problem(
                    "ask",
                    "'%s' is asked when '%s' is one of %s, which has the options %s"
                        .formatted(field.key(), key, new TreeSet<>(values), known));
              }
            });
  }

  private Chart.Many many(Fields in, List<Chart.Field> asked, String table) {
    Set<String> ask = new TreeSet<>(in.texts("ask"));
    List<String> known = asked.stream().map(Chart.Field::key).toList();
    if (!known.containsAll(ask)) {
      in.problem("ask", "many asks some of " + known + ", not " + ask);
    }
    asked.stream()
        .filter(field -> field.need() == Chart.Need.REQUIRED && field.from().isEmpty())
        .filter(field -> !ask.contains(field.key()))
        .forEach(
            field ->
                in.problem(
                    "ask",
                    "'" + field.key() + "' is needed and no column has it, so many must ask it"));
    Optional<Chart.Change> change = in.optionalFields("change").map(CommandFiles::change);
    change
        .map(Chart.Change::key)
        .filter(key -> ask.contains(key) || asked.stream().noneMatch(f -> isChangeable(f, key)))
        .ifPresent(
            key ->
                in.problem(
                    "change",
                    "many changes a number that a column has and that it does not ask, not '"
                        + key
                        + "'"));
    Optional<Chart.Total> total = in.optionalFields("total").map(fields -> total(fields, table));
    in.end();
    return new Chart.Many(ask, change, total);
  }

  private static boolean isChangeable(Chart.Field field, String key) {
    return field.key().equals(key) && field.from().isPresent() && field.kind().isAmount();
  }

  private static Chart.Change change(Fields in) {
    Chart.Change change = new Chart.Change(in.text("key"), in.label("label"));
    in.end();
    return change;
  }

  private Chart.Total total(Fields in, String table) {
    Chart.Total total = new Chart.Total(in.text("column"), in.text("currency"));
    in.require("column", tables, table, total.column());
    in.require("currency", tables, table, total.currency());
    in.end();
    return total;
  }

  private static Chart.DocumentFields document(Fields in) {
    Chart.DocumentFields document = new Chart.DocumentFields(in.text("type"), in.text("number"));
    in.end();
    return document;
  }
}
