package org.millrace.dashboards.page;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.dashboards.definition.DefinitionsRefused;
import org.millrace.dashboards.definition.Fields;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Problem;
import org.millrace.dashboards.definition.YamlFile;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Table;
import tools.jackson.databind.JsonNode;

/**
 * Reads {@code pages/<domain>/<name>/page.yaml} and {@code setting.yaml} and compiles each against
 * the core's API.
 */
public final class PageFiles {
  private PageFiles() {}

  private static final String PAGE = "page.yaml";
  private static final String SETTING = "setting.yaml";

  /**
   * Pages and settings that fit, in the order of the menu, and what is wrong with the others.
   *
   * @param problems with file and line; none when all fit
   */
  public record Compiled(List<Page> pages, List<Setting> settings, List<Problem> problems) {}

  /**
   * All pages below the folder, in the order of the menu.
   *
   * @throws DefinitionsRefused with file and line of everything that does not fit
   */
  public static List<Page> read(Path pages, Catalog catalog, JsonNode description) {
    Compiled compiled = compile(pages, catalog, description);
    if (!compiled.problems().isEmpty()) {
      throw new DefinitionsRefused(compiled.problems());
    }
    return compiled.pages();
  }

  /** Each page below the folder for itself: one that does not fit leaves the others alone. */
  public static Compiled compile(Path pages, Catalog catalog, JsonNode description) {
    List<Problem> problems = new ArrayList<>();
    Api api = new Api(description);
    Map<String, Label> common = common(pages.resolve("words.yaml"), problems);
    List<Page> read = new ArrayList<>();
    Map<String, OtherPage> others = others(files(pages, PAGE));
    for (Path file : files(pages, PAGE)) {
      List<Problem> own = new ArrayList<>();
      Optional<Page> page =
          new YamlFile(file, own)
              .fields()
              .map(
                  in ->
                      new PageCompiler(id(file), in, words(in, catalog, common), api, others)
                          .compiled());
      page.filter(any -> own.isEmpty()).ifPresent(read::add);
      problems.addAll(own);
    }
    read.sort(Comparator.comparingInt((Page p) -> p.words().position()).thenComparing(Page::id));
    List<Setting> settings = new ArrayList<>();
    for (Path file : files(pages, SETTING)) {
      List<Problem> own = new ArrayList<>();
      Optional<Setting> setting =
          new YamlFile(file, own)
              .fields()
              .map(
                  in -> {
                    FieldWords words = words(in, catalog, common);
                    PageCompiler page = new PageCompiler(id(file), in, words, api, others);
                    return new SettingCompiler(id(file), in, words, api, page).compiled();
                  });
      setting.filter(any -> own.isEmpty()).ifPresent(settings::add);
      problems.addAll(own);
    }
    settings.sort(
        Comparator.comparingInt((Setting s) -> s.words().position()).thenComparing(Setting::id));
    return new Compiled(List.copyOf(read), List.copyOf(settings), List.copyOf(problems));
  }

  /** What each file says of itself to others; what is wrong there is told when it is compiled. */
  private static Map<String, OtherPage> others(List<Path> files) {
    Map<String, OtherPage> others = new TreeMap<>();
    for (Path file : files) {
      new YamlFile(file, new ArrayList<>())
          .fields()
          .ifPresent(in -> others.put(id(file), new OtherPage(in.text("path"), in.label("title"))));
    }
    return others;
  }

  /** Names of fields that all pages share, where the file is there. */
  private static Map<String, Label> common(Path file, List<Problem> problems) {
    return Files.isRegularFile(file)
        ? new YamlFile(file, problems).fields().map(PageFiles::labels).orElse(Map.of())
        : Map.of();
  }

  private static Map<String, Label> labels(Fields in) {
    return in.names().stream().collect(Collectors.toMap(name -> name, name -> in.label(name)));
  }

  private static FieldWords words(Fields in, Catalog catalog, Map<String, Label> common) {
    List<Table> tables = new ArrayList<>();
    for (String name : in.texts("tables")) {
      catalog
          .table(name)
          .ifPresentOrElse(tables::add, () -> in.problem("tables", "no table '" + name + "'"));
    }
    Map<String, Label> own = in.optionalFields("labels").map(PageFiles::labels).orElse(Map.of());
    return new FieldWords(own, tables, common);
  }

  private static String id(Path file) {
    Path folder = requireNonNull(file.getParent());
    return requireNonNull(folder.getParent()).getFileName() + "/" + folder.getFileName();
  }

  private static List<Path> files(Path pages, String name) {
    try (Stream<Path> all = Files.walk(pages, 3)) {
      return all.filter(f -> f.getFileName().toString().equals(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the pages in " + pages, e);
    }
  }
}
