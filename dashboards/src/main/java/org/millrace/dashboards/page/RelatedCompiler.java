package org.millrace.dashboards.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millrace.dashboards.definition.Fields;
import org.millrace.dashboards.definition.Label;

/** Compiles what a page shows of another one: its list must know each filter and word. */
final class RelatedCompiler {
  private final Fields at;
  private final Api api;
  private final Map<String, OtherPage> pages;

  RelatedCompiler(Fields at, Api api, Map<String, OtherPage> pages) {
    this.at = at;
    this.api = api;
    this.pages = pages;
  }

  /** What stands there, on a page whose documents have these fields. */
  Page.Related of(Api.Type document) {
    return at.has("documents") ? latest(document) : page(document);
  }

  /** The latest documents of all kinds that the core finds by a field of the document. */
  private Page.Related latest(Api.Type document) {
    Api.Call call = api.call("GET", "/documents").orElse(Api.Call.NONE);
    Map<String, String> by = by("documents", call, document);
    Label label = at.label("label");
    at.end();
    return new Page.Related(
        Page.Related.DOCUMENTS, label, Optional.empty(), by, Map.of(), Optional.empty());
  }

  private Page.Related page(Api.Type document) {
    String page = at.text("page");
    Optional<OtherPage> other = Optional.ofNullable(pages.get(page));
    if (other.isEmpty()) {
      at.problem("page", "no page '" + page + "'; there are " + pages.keySet());
    }
    Optional<String> of = at.optional("of");
    of.ifPresent(field -> known("of", field, document));
    String path = other.map(OtherPage::path).orElse("") + (of.isPresent() ? "/{}" : "");
    Api.Call call = api.call("GET", path).orElse(Api.Call.NONE);
    Map<String, String> by = by("by", call, document);
    Map<String, List<String>> only = only(call);
    if (of.isPresent() != (by.isEmpty() && only.isEmpty())) {
      at.problem("page", "needs either 'of' or 'by'");
    }
    Label label =
        at.has("label")
            ? at.label("label")
            : other.map(OtherPage::title).orElse(new Label(page, page));
    at.end();
    return new Page.Related(page, label, of, by, only, call.permission());
  }

  private Map<String, String> by(String key, Api.Call call, Api.Type document) {
    Map<String, String> by = new TreeMap<>();
    at.optionalFields(key)
        .ifPresent(
            named ->
                named
                    .names()
                    .forEach(
                        filter -> {
                          String field = named.text(filter);
                          filter(filter, call);
                          known(key, field, document);
                          by.put(filter, field);
                        }));
    return by;
  }

  private Map<String, List<String>> only(Api.Call call) {
    Map<String, List<String>> only = new TreeMap<>();
    at.optionalFields("only")
        .ifPresent(
            named ->
                named
                    .names()
                    .forEach(
                        filter -> {
                          filter(filter, call);
                          only.put(filter, words(filter, named.texts(filter), call));
                        }));
    return only;
  }

  private List<String> words(String filter, List<String> words, Api.Call call) {
    List<String> known = call.words().getOrDefault(filter, List.of());
    words.stream()
        .filter(word -> !known.isEmpty() && !known.contains(word))
        .forEach(word -> at.problem("only", "'" + word + "' is none of " + known));
    return words;
  }

  private void filter(String filter, Api.Call call) {
    if (!call.parameters().contains(filter)) {
      at.problem("page", "its list has no filter '" + filter + "'");
    }
  }

  private void known(String key, String field, Api.Type document) {
    if (document.field(field).isEmpty()) {
      at.problem(key, "the core knows no '" + field + "' here; it knows " + document.fields());
    }
  }
}
