package org.millrace.exchange.propose;

import java.util.List;
import java.util.Map;
import org.millrace.exchange.file.TextForm;

/** Writes a mapping as a person would. */
record MappingText(String kind, String name, TextForm form, int header, List<String> dates) {
  MappingText {
    dates = List.copyOf(dates);
  }

  /** The YAML, with a line for each column that has to be filled and is not. */
  String of(
      JoinGuess.Joined joined,
      Map<String, String> columns,
      Map<String, String> rules,
      List<String> missing) {
    StringBuilder yaml = new StringBuilder();
    line(yaml, "name: " + quoted(name.replaceFirst("\\.\\w+$", "")));
    line(yaml, "kind: " + kind);
    line(yaml, "charset: " + form.charset().name());
    line(yaml, "delimiter: " + quoted(String.valueOf(form.delimiter())));
    line(yaml, "decimal: " + quoted(String.valueOf(form.decimal())));
    form.thousands().ifPresent(sign -> line(yaml, "thousands: " + quoted(String.valueOf(sign))));
    if (header != 1) {
      line(yaml, "header: " + header);
    }
    if (!dates.isEmpty()) {
      line(
          yaml,
          "dates: [" + String.join(", ", dates.stream().map(MappingText::quoted).toList()) + "]");
    }
    files(yaml, joined);
    line(yaml, "columns:");
    columns.forEach((ours, theirs) -> line(yaml, "  " + ours + ": " + quoted(theirs)));
    rules.forEach((ours, rule) -> line(yaml, "  " + ours + ": " + rule));
    missing.forEach(
        ours ->
            line(yaml, "  # %s: is needed: name a column, or {constant: value}".formatted(ours)));
    return yaml.toString();
  }

  private static void files(StringBuilder yaml, JoinGuess.Joined joined) {
    joined
        .alone()
        .forEach(
            file ->
                line(
                    yaml,
                    "# %s: no column, or no single one, by which rows find theirs: name it in files"
                        .formatted(file.replaceAll("[\\p{Cntrl}]", " "))));
    if (!joined.joins().isEmpty()) {
      line(yaml, "files:");
    }
    for (JoinGuess.Join join : joined.joins()) {
      line(yaml, "  # %,d of %,d of the first rows find theirs".formatted(join.found(), join.of()));
      line(
          yaml,
          "  %s: {file: %s, key: %s, by: %s}"
              .formatted(join.name(), quoted(join.file()), quoted(join.key()), quoted(join.by())));
    }
  }

  private static void line(StringBuilder yaml, String line) {
    yaml.append(line).append('\n');
  }

  /** A text as YAML reads it back, whatever stands in it. */
  static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\t", "\\t")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
        + "\"";
  }
}
