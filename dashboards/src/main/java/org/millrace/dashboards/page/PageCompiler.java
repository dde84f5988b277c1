package org.millrace.dashboards.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.dashboards.definition.Fields;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Term;

/** Compiles one page: every field must be known to the core and have a name in both languages. */
final class PageCompiler {
  /** What a value takes the place of in a path. */
  private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

  private final String id;
  private final Fields in;
  private final Api api;
  private final FieldWords words;
  private final Map<String, OtherPage> pages;
  private final Map<String, String> picks = new HashMap<>();
  private final Map<String, Page.Field> fields = new TreeMap<>();
  private final String path;
  private final String identity;

  PageCompiler(String id, Fields in, FieldWords words, Api api, Map<String, OtherPage> pages) {
    this.id = id;
    this.in = in;
    this.api = api;
    this.pages = pages;
    this.path = in.text("path");
    this.identity = in.optional("identity").orElse("number");
    this.words = words;
    in.optionalFields("picks")
        .ifPresent(found -> found.names().forEach(name -> picks.put(name, found.text(name))));
  }

  Page compiled() {
    Page.Words about =
        new Page.Words(in.label("title"), in.label("one"), in.number("position", 99, 999));
    Page.Shown shown = shown();
    Optional<Page.Form> form = in.optionalFields("new").map(f -> form(f, call("POST", path)));
    List<Page.Step> steps = in.has("steps") ? steps() : List.of();
    in.end();
    Optional<String> reading = permission("GET", path + "/{}").or(() -> permission("GET", path));
    Optional<String> making = permission("POST", path);
    return new Page(
        id, about, path, identity, words.table(), reading, making, fields, shown, form, steps);
  }

  private Optional<String> permission(String method, String where) {
    return api.call(method, where).flatMap(Api.Call::permission);
  }

  private Api.Call call(String method, String where) {
    return api.call(method, where)
        .orElseGet(
            () -> {
              in.problem("path", "the core has no " + method + " " + where);
              return Api.Call.NONE;
            });
  }

  private Page.Shown shown() {
    Api.Call list = call("GET", path);
    Optional<Api.Type> row = list.answer().flatMap(PageCompiler::row);
    Optional<Api.Type> one = call("GET", path + "/{}").answer();
    Fields at = in.fields("list");
    List<String> columns = known(at, "columns", row);
    List<String> filters = at.texts("filters");
    filters.stream()
        .filter(f -> !list.parameters().contains(f))
        .forEach(f -> at.problem("filters", "the list of the core has no filter '" + f + "'"));
    row.ifPresent(type -> filters.forEach(f -> field(at, "filters", f, type)));
    at.end();
    List<String> facts = known(in, "facts", one);
    List<Page.Lines> lines = in.has("lines") ? lines(one) : List.of();
    boolean isPaged = list.parameters().contains("page");
    List<String> sortable =
        list.parameters().contains("sort")
            ? columns.stream().filter(list.parameters()::contains).toList()
            : List.of();
    List<Page.Related> related = one.map(this::related).orElse(List.of());
    Optional<String> kind = kind();
    boolean isLinked = kind.filter(linked()::contains).isPresent();
    boolean isPrinted = kind.filter(printed()::contains).isPresent();
    return new Page.Shown(
        columns, filters, facts, lines, isPaged, sortable, kind, isLinked, isPrinted, files(),
        related);
  }

  private List<Page.Related> related(Api.Type one) {
    return in.has("related")
        ? in.list("related").stream()
            .map(at -> new RelatedCompiler(at, api, pages).of(one))
            .toList()
        : List.of();
  }

  /** The kind that the page names, else the one that has its name, if the core tells of such. */
  private Optional<String> kind() {
    Optional<String> named = in.optional("kind");
    named
        .filter(kind -> !linked().contains(kind))
        .ifPresent(
            kind -> in.problem("kind", "the core links no '" + kind + "'; it links " + linked()));
    boolean hasHistory = api.call("GET", path + "/{}/history").isPresent();
    return hasHistory ? named.or(() -> Optional.of(id)) : Optional.empty();
  }

  /** The kinds of which the core knows what hangs together with them. */
  private List<String> linked() {
    return api.call("GET", "/documents/{}/{}/{}/links")
        .flatMap(Api.Call::answer)
        .flatMap(answer -> answer.field("documents"))
        .flatMap(Api.Type::items)
        .flatMap(document -> document.field("kind"))
        .map(Api.Type::words)
        .orElse(List.of());
  }

  /** The kinds of which the core makes papers. */
  private List<String> printed() {
    return api.call("GET", "/documents/{}/{}/{}/pdf").map(Api.Call::kinds).orElse(List.of());
  }

  private Page.Files files() {
    Optional<Api.Call> taking = api.call("POST", path).filter(Api.Call::takesFile);
    List<Page.Download> given = new ArrayList<>();
    api.files(path)
        .forEach(
            (name, call) ->
                given.add(
                    new Page.Download(name, named(name), call.permission(), parameters(call))));
    return new Page.Files(taking.isPresent(), taking.flatMap(Api.Call::permission), given);
  }

  private List<Page.Parameter> parameters(Api.Call call) {
    List<Page.Parameter> parameters = new ArrayList<>();
    call.words()
        .forEach(
            (name, choices) ->
                parameters.add(new Page.Parameter(name, named(name), words.words(name, choices))));
    return parameters;
  }

  /** How a file or what may be said of it is called. */
  private Label named(String name) {
    return words
        .label(name)
        .orElseGet(
            () -> {
              in.problem("path", "the file or parameter '" + name + "' has no name in labels");
              return new Label(name, name);
            });
  }

  /** A page of rows, or a bare list of them. */
  private static Optional<Api.Type> row(Api.Type answer) {
    return answer.field("rows").or(() -> Optional.of(answer)).flatMap(Api.Type::items);
  }

  private List<Page.Lines> lines(Optional<Api.Type> one) {
    List<Page.Lines> lines = new ArrayList<>();
    for (Fields at : in.list("lines")) {
      String name = at.text("field");
      Optional<Api.Type> line = one.flatMap(t -> t.field(name)).flatMap(Api.Type::items);
      if (one.isPresent() && line.isEmpty()) {
        at.problem("field", "the core's answer has no list '" + name + "'");
      }
      lines.add(new Page.Lines(name, at.label("label"), known(at, "columns", line)));
      at.end();
    }
    return lines;
  }

  private List<Page.Step> steps() {
    List<Page.Step> steps = new ArrayList<>();
    for (Fields at : in.list("steps")) {
      String act = at.text("act");
      String method = at.optional("method").orElse("POST");
      String below = at.optional("path").map(p -> "/" + p).orElse("");
      Api.Call call =
          api.call(method, path + "/{}" + below)
              .orElseGet(
                  () -> {
                    at.problem("act", "the core has no " + method + " " + path + "/{}" + below);
                    return Api.Call.NONE;
                  });
      Label label = at.label("label");
      boolean filled = at.optional("filled").filter("yes"::equals).isPresent();
      Page.Form form = form(at, call);
      at.end();
      boolean many = method.equals("POST") && api.call("POST", path + "/bulk" + below).isPresent();
      steps.add(new Page.Step(act, label, method, below, filled, many, form, call.permission()));
    }
    return steps;
  }

  /** The fields that were met so far, by name. */
  Map<String, Page.Field> fields() {
    return Map.copyOf(fields);
  }

  /** The form of a request, whose fields the request takes. */
  Page.Form form(Fields at, Api.Call call) {
    Optional<Api.Type> body = call.body();
    List<String> names = at.texts("fields");
    List<Page.Entry> entries = entries(at, "fields", names, body);
    Optional<Fields> lines = at.optionalFields("lines");
    Optional<Page.Lines> shown = lines.map(l -> formLines(l, body));
    List<Page.Entry> lineEntries =
        lines
            .map(
                l ->
                    entries(
                        l,
                        "columns",
                        l.texts("columns"),
                        body.flatMap(b -> b.field(l.text("field"))).flatMap(Api.Type::items)))
            .orElse(List.of());
    List<String> given =
        Stream.concat(names.stream(), shown.stream().map(Page.Lines::field)).toList();
    body.ifPresent(
        type ->
            type.required().stream()
                .filter(needed -> given.stream().noneMatch(name -> isWithin(name, needed)))
                .forEach(
                    n -> at.problem("fields", "the core needs '" + n + "', which is not asked")));
    Optional<Api.Type> one = api.call("GET", path + "/{}").flatMap(Api.Call::answer);
    Map<String, List<Term>> proposed = proposed(at, names, one);
    Map<String, List<Term>> ofLines =
        lines
            .map(
                l ->
                    proposed(
                        l,
                        l.texts("columns"),
                        one.flatMap(d -> d.field(l.text("field"))).flatMap(Api.Type::items)))
            .orElse(Map.of());
    Optional<Page.Told> told = at.optionalFields("told").map(t -> told(t, List.of(), names));
    Optional<Page.Told> toldOfLines =
        lines.flatMap(l -> l.optionalFields("told").map(t -> told(t, l.texts("columns"), names)));
    lines.ifPresent(Fields::end);
    boolean isLinesRequired =
        shown.isPresent()
            && body.filter(b -> b.required().contains(shown.get().field())).isPresent();
    return new Page.Form(
        entries, shown, lineEntries, isLinesRequired, proposed, ofLines, told, toldOfLines);
  }

  /**
   * A question about a form or a line: the core knows it, and each of its parameters is asked for.
   */
  private Page.Told told(Fields at, List<String> columns, List<String> names) {
    String where = at.text("path");
    Api.Call call = call("GET", IN_PATH.matcher(where).replaceAll("{}"));
    Set<String> inPath =
        IN_PATH.matcher(where).results().map(m -> m.group(1)).collect(Collectors.toSet());
    Fields by = at.fields("by");
    Map<String, String> parameters = new TreeMap<>();
    for (String parameter : by.names()) {
      String from = by.text(parameter);
      if (!call.parameters().contains(parameter) && !inPath.contains(parameter)) {
        by.problem(parameter, "the core takes no '%s' there".formatted(parameter));
      }
      if (!columns.contains(from) && !names.contains(from)) {
        by.problem(parameter, "the form asks for no '%s'".formatted(from));
      }
      parameters.put(parameter, from);
    }
    inPath.stream()
        .filter(name -> !parameters.containsKey(name))
        .forEach(name -> at.problem("by", "the path needs '%s'".formatted(name)));
    by.end();
    List<String> shown = known(at, "shown", call.answer());
    Page.Told told = new Page.Told(where, parameters, at.texts("needs"), shown, call.permission());
    at.end();
    return told;
  }

  /** What fields of a form start with: fields of what is there, added or taken away. */
  private static Map<String, List<Term>> proposed(
      Fields at, List<String> asked, Optional<Api.Type> there) {
    Map<String, List<Term>> proposed = new TreeMap<>();
    Optional<Fields> found = at.optionalFields("proposed");
    for (String name : found.map(Fields::names).orElse(Set.of())) {
      List<Term> terms = found.get().texts(name).stream().map(Term::of).toList();
      if (!asked.contains(name)) {
        found.get().problem(name, "the form asks for no '" + name + "'; it asks for " + asked);
      }
      terms.stream()
          .map(Term::column)
          .filter(column -> there.isPresent() && there.get().field(column).isEmpty())
          .forEach(
              column ->
                  found
                      .get()
                      .problem(
                          name,
                          "the core knows no '%s' there; it knows %s"
                              .formatted(column, there.get().fields())));
      proposed.put(name, terms);
    }
    found.ifPresent(Fields::end);
    return proposed;
  }

  private static Page.Lines formLines(Fields at, Optional<Api.Type> body) {
    String name = at.text("field");
    if (body.isPresent() && body.get().field(name).isEmpty()) {
      at.problem("field", "the core takes no '" + name + "'; it takes " + body.get().fields());
    }
    return new Page.Lines(name, at.label("label"), at.texts("columns"));
  }

  private List<Page.Entry> entries(
      Fields at, String key, List<String> names, Optional<Api.Type> body) {
    if (body.isEmpty() && !names.isEmpty()) {
      at.problem(key, "the core takes nothing here");
    }
    List<Page.Entry> entries = new ArrayList<>();
    for (String name : names) {
      body.ifPresent(
          type -> {
            field(at, key, name, type);
            entries.add(new Page.Entry(name, type.requires(name)));
          });
    }
    return entries;
  }

  private static boolean isWithin(String name, String whole) {
    return name.equals(whole) || name.startsWith(whole + ".");
  }

  private List<String> known(Fields at, String key, Optional<Api.Type> type) {
    List<String> names = at.texts(key);
    type.ifPresent(t -> names.forEach(name -> shown(at, key, name, t)));
    return names;
  }

  /** What is shown under one name is in one currency wherever it stands. */
  private void shown(Fields at, String key, String name, Api.Type type) {
    field(at, key, name, type);
    Optional<String> here = type.field(name).flatMap(Api.Type::currency);
    Optional.ofNullable(fields.get(name))
        .map(Page.Field::currency)
        .filter(known -> !known.equals(here))
        .ifPresent(
            known ->
                at.problem(
                    key,
                    "'%s' is in the currency of %s here, and elsewhere of %s"
                        .formatted(name, here.orElse("company"), known.orElse("company"))));
  }

  private void field(Fields at, String key, String name, Api.Type type) {
    Optional<Api.Type> found = type.field(name);
    if (found.isEmpty()) {
      at.problem(key, "the core knows no '" + name + "' there; it knows " + type.fields());
      return;
    }
    Optional<Label> label = words.label(name);
    if (label.isEmpty()) {
      at.problem(key, "'" + name + "' has no name in labels, nor a column in tables");
      return;
    }
    fields.putIfAbsent(
        name,
        new Page.Field(
            label.get(),
            found.get().kind(),
            words.words(name, found.flatMap(Api.Type::items).or(() -> found).get().words()),
            Optional.ofNullable(picks.get(name)).map(pick -> pick.split("\\?", 2)[0]),
            Optional.ofNullable(picks.get(name)).map(this::narrowed).orElse(Map.of()),
            found.get().permission(),
            found.get().currency()));
  }

  /** The filters behind the question mark of {@code party/party?roles=supplier}. */
  private Map<String, String> narrowed(String pick) {
    String[] parts = pick.split("\\?", 2);
    Map<String, String> only = new TreeMap<>();
    Optional<OtherPage> other = Optional.ofNullable(pages.get(parts[0]));
    for (String filter : parts.length == 1 ? new String[0] : parts[1].split("&")) {
      String[] named = filter.split("=", 2);
      boolean isKnown =
          named.length == 2
              && other
                  .flatMap(page -> api.call("GET", page.path()))
                  .filter(list -> list.parameters().contains(named[0]))
                  .isPresent();
      if (isKnown) {
        only.put(named[0], named[1]);
      } else {
        in.problem("picks", "the list of " + parts[0] + " has no filter '" + filter + "'");
      }
    }
    return only;
  }
}
