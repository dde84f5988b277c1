package org.millrace.document.custom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.shared.Problems;

/** Values given to a document, held against the fields that are declared. */
final class CustomCheck {
  private CustomCheck() {}

  static Map<String, Object> of(
      List<CustomField> fields,
      Map<String, String> given,
      Map<String, Object> before,
      Problems problems) {
    List<CustomField> active = fields.stream().filter(field -> !field.retired()).toList();
    Map<String, Object> values = new TreeMap<>(before);
    active.forEach(field -> values.remove(field.name()));
    given.forEach(
        (name, sent) -> {
          Optional<CustomField> field =
              active.stream().filter(each -> each.name().equals(name)).findFirst();
          if (field.isEmpty()) {
            problems.add(CustomField.BEFORE + name, sent, CustomField.names(active));
          } else if (!sent.isEmpty()) {
            field.get().read(sent, problems).ifPresent(value -> values.put(name, value));
          }
        });
    return values;
  }

  /** Notes each field that must be there and is not. */
  static void requireAll(List<CustomField> fields, Map<String, String> given, Problems problems) {
    fields.stream()
        .filter(field -> field.required() && !field.retired())
        .filter(field -> given.getOrDefault(field.name(), "").isEmpty())
        .forEach(
            field -> problems.add(field.field(), "", "a value: %s".formatted(field.label().en())));
  }
}
