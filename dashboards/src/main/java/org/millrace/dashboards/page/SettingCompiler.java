package org.millrace.dashboards.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.millrace.dashboards.definition.Fields;
import org.millrace.dashboards.definition.Label;

/**
 * Compiles what a company sets: every field that the core takes is asked, as one left out would be
 * set back, and is in the core's answer, of which the form is filled.
 */
final class SettingCompiler {
  /** When it happened, which is now for who sets it by hand. */
  private static final String NOW = "occurredAt";

  private final String id;
  private final Fields in;
  private final FieldWords words;
  private final Api api;
  private final PageCompiler page;

  SettingCompiler(String id, Fields in, FieldWords words, Api api, PageCompiler page) {
    this.id = id;
    this.in = in;
    this.words = words;
    this.api = api;
    this.page = page;
  }

  Setting compiled() {
    Setting.Words about =
        new Setting.Words(
            in.label("title"),
            in.label("purpose"),
            in.label("group"),
            in.number("position", 99, 999));
    String path = in.text("path").replaceFirst("/$", "");
    Optional<String> each = in.optional("each");
    Api.Call reading = call("GET", path);
    Api.Call changing = each.isPresent() ? ofOne(path) : call("PUT", path);
    Optional<Api.Type> now =
        reading.answer().flatMap(a -> each.isPresent() ? a.items() : Optional.of(a));
    Page.Form form = requiring(page.form(in, changing), now);
    List<String> asked =
        Stream.concat(
                form.entries().stream().map(Page.Entry::field),
                form.lines().stream().map(Page.Lines::field))
            .toList();
    changing.body().ifPresent(body -> checkAllIsAsked(body, asked));
    now.ifPresent(answer -> checkIsAnswered(answer, asked, each));
    Map<String, Label> hints = hints(asked);
    Map<String, Page.Field> fields = fields();
    in.end();
    Setting.Permissions permissions =
        new Setting.Permissions(reading.permission(), changing.permission());
    return new Setting(id, about, path, each, permissions, fields, hints, form);
  }

  private Api.Call call(String method, String path) {
    return api.call(method, path)
        .orElseGet(
            () -> {
              in.problem("path", "the core has no " + method + " " + path);
              return Api.Call.NONE;
            });
  }

  /** The request that sets one row of the list; what names the row may have two parts. */
  private Api.Call ofOne(String path) {
    return api.call("PUT", path + "/{}/{}").orElseGet(() -> call("PUT", path + "/{}"));
  }

  /** What always holds cannot be left empty. */
  private static Page.Form requiring(Page.Form form, Optional<Api.Type> now) {
    List<Page.Entry> entries =
        form.entries().stream()
            .map(
                entry ->
                    new Page.Entry(
                        entry.field(),
                        entry.required() || now.filter(a -> a.requires(entry.field())).isPresent()))
            .toList();
    return new Page.Form(
        entries,
        form.lines(),
        form.lineEntries(),
        form.isLinesRequired(),
        form.proposed(),
        form.proposedLines(),
        form.told(),
        form.toldOfLines());
  }

  private void checkAllIsAsked(Api.Type body, List<String> asked) {
    body.fields().stream()
        .filter(name -> !name.equals(NOW))
        .filter(name -> asked.stream().noneMatch(a -> (a + ".").startsWith(name + ".")))
        .forEach(name -> in.problem("fields", "'" + name + "' is not asked, but would be set"));
  }

  private void checkIsAnswered(Api.Type now, List<String> asked, Optional<String> each) {
    Stream.concat(asked.stream(), each.stream())
        .filter(name -> now.field(name).isEmpty())
        .forEach(
            name ->
                in.problem(
                    "fields", "the core does not tell '" + name + "'; it tells " + now.fields()));
  }

  private Map<String, Label> hints(List<String> asked) {
    Map<String, Label> hints = new TreeMap<>();
    in.optionalFields("hints")
        .ifPresent(
            found ->
                found.names().stream()
                    .sorted()
                    .forEach(
                        name -> {
                          hints.put(name, found.label(name));
                          if (!asked.contains(name)) {
                            found.problem(name, "'" + name + "' is not asked; it asks " + asked);
                          }
                        }));
    return hints;
  }

  /** The fields of the form; those with choices have their words instead of a bare number. */
  private Map<String, Page.Field> fields() {
    Map<String, Page.Field> fields = new TreeMap<>(page.fields());
    in.optionalFields("choices")
        .map(Fields::columns)
        .orElse(Map.of())
        .forEach(
            (name, values) -> {
              Page.Field field = fields.get(name);
              if (field == null) {
                in.problem("choices", "'" + name + "' is not asked; it asks " + fields.keySet());
                return;
              }
              Map<String, Label> named = new LinkedHashMap<>(words.words(name, values));
              fields.put(
                  name,
                  new Page.Field(
                      field.label(),
                      Page.Kind.WORD,
                      named,
                      field.pick(),
                      field.only(),
                      field.permission(),
                      field.currency()));
            });
    return fields;
  }
}
