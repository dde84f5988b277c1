package org.millrace.warehouse.refresh;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.warehouse.Analysis;
import org.millrace.warehouse.AnalysisRefused;
import org.millrace.warehouse.AnalysisRun;
import org.millrace.warehouse.CompanyOutcomes;
import org.millrace.warehouse.CompanyOutcomes.Outcome;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

/**
 * Runs analyses, whoever asks: one run of each at a time, none while the tables are taken away, and
 * each company's outcome kept.
 */
public final class Runs {
  private final Lake lake;
  private final Lock tablesStand;
  private final Map<String, Single> singles = new LinkedHashMap<>();

  /** An analysis with what no two runs may share. */
  private record Single(Analysis analysis, Lock turn, CompanyOutcomes outcomes) {}

  /** Holds the lock while an analysis runs. */
  public Runs(List<Analysis> analyses, Lake lake, Lock tablesStand, Clock clock) {
    this.lake = lake;
    this.tablesStand = tablesStand;
    analyses.forEach(
        each ->
            singles.put(
                each.name(), new Single(each, new ReentrantLock(), new CompanyOutcomes(clock))));
  }

  public List<String> names() {
    return List.copyOf(singles.keySet());
  }

  List<Analysis> following() {
    return singles.values().stream().map(Single::analysis).filter(Analysis::follows).toList();
  }

  /** How an analysis went for each company. */
  public CompanyOutcomes outcomes(String name) {
    return single(name).outcomes();
  }

  /** The gold tables that an analysis writes. */
  public List<String> writes(String name) {
    return single(name).analysis().writes();
  }

  /** Runs one that was asked for; tells the companies that failed beside the figures. */
  public Map<String, Object> ask(String name, Optional<LocalDate> asOf, Optional<String> company) {
    Map<String, Object> figures = new LinkedHashMap<>(run(name, asOf, company));
    List<String> failed = failures(name).map(outcome -> sentence(name, outcome)).toList();
    if (!failed.isEmpty()) {
      figures.put("failed", failed);
    }
    return figures;
  }

  /** Runs one; what it was refused or failed on before it came to a company is thrown. */
  Map<String, Object> run(String name, Optional<LocalDate> asOf, Optional<String> company) {
    Single single = single(name);
    tablesStand.lock();
    single.turn().lock();
    try {
      AnalysisRun run = new AnalysisRun(lake, asOf, company, single.outcomes());
      Map<String, Object> figures = single.analysis().run(run).figures();
      single.outcomes().came();
      return figures;
    } catch (AnalysisRefused refused) {
      throw refused;
    } catch (RuntimeException failed) {
      if (company.isEmpty()) {
        single.outcomes().failed(CompanyOutcomes.ALL, asOf, failed);
      }
      throw failed;
    } finally {
      single.turn().unlock();
      tablesStand.unlock();
    }
  }

  private Single single(String name) {
    return Optional.ofNullable(singles.get(name))
        .orElseThrow(
            () ->
                new AnalysisRefused(
                    "There is no analysis '"
                        + name
                        + "'; known are "
                        + String.join(", ", singles.keySet())));
  }

  /** What stands still because an analysis failed, in sentences; empty where nothing does. */
  public List<String> failures() {
    List<String> sentences = new ArrayList<>();
    singles.keySet().forEach(name -> failures(name).forEach(o -> sentences.add(sentence(name, o))));
    return sentences;
  }

  /** Why a table that analyses write, or that is built from one, is not up to date. */
  public String fault(Table table) {
    return singles.values().stream()
        .map(Single::analysis)
        .filter(each -> writes(each, table))
        .flatMap(each -> failures(each.name()).map(outcome -> sentence(each.name(), outcome)))
        .collect(Collectors.joining("; "));
  }

  private static boolean writes(Analysis analysis, Table table) {
    return analysis.writes().contains(table.sql())
        || table.sources().stream().anyMatch(analysis.writes()::contains);
  }

  private Stream<Outcome> failures(String name) {
    return outcomes(name).all().stream().filter(Outcome::isFailed);
  }

  private static String sentence(String name, Outcome outcome) {
    String whose =
        outcome.company().equals(CompanyOutcomes.ALL) ? "" : " of company " + outcome.company();
    return "%s%s failed at %s%s: %s"
        .formatted(
            name,
            whose,
            outcome.at().truncatedTo(ChronoUnit.SECONDS),
            outcome.asOf().map(day -> " as of " + day).orElse(""),
            outcome.reason());
  }
}
