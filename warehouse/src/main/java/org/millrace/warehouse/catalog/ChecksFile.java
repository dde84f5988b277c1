package org.millrace.warehouse.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.warehouse.catalog.yaml.YamlNode;

/** Reads checks.yaml: what is expected of the rows, and that the mandatory three are there. */
final class ChecksFile {
  private static final List<String> RULES =
      List.of("unique", "present", "fresh_minutes", "row", "zero", "refers", "no_rows");
  private static final List<String> KNOWN =
      Stream.concat(Stream.of("name", "severity"), RULES.stream()).toList();

  private ChecksFile() {}

  static List<Check> read(Path file, Table.Shape shape, List<String> problems) {
    YamlNode root = YamlNode.read(file, problems);
    List<Check> checks = new ArrayList<>();
    for (YamlNode entry : root.field(root.fields(List.of("checks")), "checks").items("checks")) {
      check(entry, shape).ifPresent(checks::add);
    }
    mandatory(root, checks, shape);
    return checks;
  }

  private static void mandatory(YamlNode root, List<Check> checks, Table.Shape shape) {
    boolean unique = false;
    boolean present = false;
    boolean fresh = false;
    for (Check check : checks) {
      unique |= check.rule() instanceof Check.Rule.Unique u && u.columns().equals(shape.key());
      present |=
          check.rule() instanceof Check.Rule.Present p && p.columns().containsAll(shape.key());
      fresh |= check.rule() instanceof Check.Rule.Fresh;
    }
    String key = "[" + String.join(", ", shape.key()) + "]";
    if (!unique) {
      root.problem("no check says 'unique: " + key + "'; add it");
    }
    if (!present) {
      root.problem("no check says 'present: " + key + "'; add it");
    }
    if (!fresh) {
      root.problem("no check says 'fresh_minutes: N'; add it");
    }
  }

  private static Optional<Check> check(YamlNode entry, Table.Shape shape) {
    Map<String, YamlNode> fields = entry.fields(KNOWN);
    String name = entry.field(fields, "name").text("name");
    String word = entry.field(fields, "severity").text("severity");
    Optional<Check.Severity> severity = Check.Severity.parse(word);
    if (severity.isEmpty()) {
      entry.problem("severity is '" + word + "'; write stop, warn or quarantine");
    }
    List<String> rules = RULES.stream().filter(fields::containsKey).toList();
    if (rules.size() != 1) {
      entry.problem("check '" + name + "' has " + rules.size() + " rules; give one of " + RULES);
      return Optional.empty();
    }
    Check.Rule rule = rule(rules.get(0), entry.field(fields, rules.get(0)), shape);
    boolean ofOneRow = rule instanceof Check.Rule.EachRow || rule instanceof Check.Rule.Present;
    if (severity.equals(Optional.of(Check.Severity.QUARANTINE)) && !ofOneRow) {
      entry.problem("check '" + name + "' cannot hold rows back; only row and present can");
    }
    return Optional.of(new Check(name, severity.orElse(Check.Severity.STOP), rule));
  }

  private static Check.Rule rule(String kind, YamlNode value, Table.Shape shape) {
    return switch (kind) {
      case "unique" -> new Check.Rule.Unique(columns(value, kind, shape));
      case "present" -> new Check.Rule.Present(columns(value, kind, shape));
      case "fresh_minutes" -> new Check.Rule.Fresh(minutes(value));
      case "row" -> new Check.Rule.EachRow(value.text(kind));
      case "zero" -> zero(value, shape);
      case "refers" -> refers(value, shape);
      default -> new Check.Rule.NoRows(value.text(kind));
    };
  }

  private static int minutes(YamlNode value) {
    String text = value.text("fresh_minutes");
    if (text.matches("[1-9]\\d{0,5}")) {
      return Integer.parseInt(text);
    }
    value.problem("fresh_minutes is '" + text + "'; write a whole number above 0");
    return 1;
  }

  private static Check.Rule zero(YamlNode value, Table.Shape shape) {
    Map<String, YamlNode> fields = value.fields(List.of("by", "plus", "minus"));
    String plus = value.field(fields, "plus").text("plus");
    String minus = value.field(fields, "minus").text("minus");
    known(value, List.of(plus, minus), shape);
    return new Check.Rule.Zero(columns(value.field(fields, "by"), "by", shape), plus, minus);
  }

  private static Check.Rule refers(YamlNode value, Table.Shape shape) {
    Map<String, YamlNode> fields = value.fields(List.of("columns", "to", "key"));
    List<String> columns = columns(value.field(fields, "columns"), "columns", shape);
    List<String> key = value.field(fields, "key").texts("key");
    if (columns.isEmpty() || columns.size() != key.size()) {
      value.problem("refers has columns " + columns + " and key " + key + "; name as many of each");
    }
    return new Check.Rule.Refers(columns, value.field(fields, "to").text("to"), key);
  }

  private static List<String> columns(YamlNode value, String what, Table.Shape shape) {
    List<String> columns = value.texts(what);
    known(value, columns, shape);
    return columns;
  }

  private static void known(YamlNode value, List<String> columns, Table.Shape shape) {
    for (String column : columns) {
      if (shape.columns().stream().noneMatch(each -> each.name().equals(column))) {
        value.problem("column '" + column + "' is not one of the table; correct its name");
      }
    }
  }
}
