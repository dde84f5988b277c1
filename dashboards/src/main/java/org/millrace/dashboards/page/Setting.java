package org.millrace.dashboards.page;

import java.util.Map;
import java.util.Optional;
import org.millrace.dashboards.definition.Label;

/**
 * What a company sets for itself, once or once for each of several things, and how people change
 * it. All fields are named as in the JSON of the core's API.
 *
 * @param id domain and name, {@code credit/policy}, as in its address
 * @param path below the company in the core's API; empty for the company itself
 * @param each the field that names what a row of the list at the path is set for; absent where the
 *     company sets it once
 * @param hints what a field does, by its name
 * @param form all that is set, filled with what holds now
 */
public record Setting(
    String id,
    Words words,
    String path,
    Optional<String> each,
    Permissions permissions,
    Map<String, Page.Field> fields,
    Map<String, Label> hints,
    Page.Form form) {
  public Setting {
    fields = Map.copyOf(fields);
    hints = Map.copyOf(hints);
  }

  /** The title, what is set by it, with what else it stands, and its place on the page. */
  public record Words(Label title, Label purpose, Label group, int position) {}

  /** What seeing and changing it needs, where the core says so. */
  public record Permissions(Optional<String> reading, Optional<String> changing) {}
}
