package org.millrace.dashboards.cockpit.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.millrace.dashboards.cockpit.figure.ChartAnswers.Asked;
import org.millrace.dashboards.cockpit.session.Visitor;
import org.millrace.dashboards.definition.Board;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.dashboards.definition.Metric;
import org.millrace.dashboards.definition.MetricId;
import org.millrace.dashboards.query.Questions;
import org.millrace.dashboards.query.Slice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Boards, single figures, companies and the age of all tables, as JSON. */
@RestController
class BoardsHttp {
  private static final int USUAL_DECIMALS = 2;
  private static final Map<String, Integer> DECIMALS =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() != USUAL_DECIMALS)
          .collect(
              Collectors.toUnmodifiableMap(
                  Currency::getCurrencyCode,
                  currency -> Math.max(0, currency.getDefaultFractionDigits())));

  private final Definitions definitions;
  private final ChartAnswers charts;
  private final MartTables tables;
  private final StampsJdbc stamps;
  private final Companies companies;
  private final Clock clock;

  BoardsHttp(
      Definitions definitions,
      ChartAnswers charts,
      MartTables tables,
      StampsJdbc stamps,
      Companies companies,
      Clock clock) {
    this.definitions = definitions;
    this.charts = charts;
    this.tables = tables;
    this.stamps = stamps;
    this.companies = companies;
    this.clock = clock;
  }

  record BoardLink(String name, Label title, Label purpose) {}

  record BoardHead(String name, Label title, Label purpose, List<Chart.Command> commands) {}

  /** Boards and companies, and how many decimals the amounts of a currency have: two if unsaid. */
  record Start(
      List<BoardLink> boards, List<Companies.Company> companies, Map<String, Integer> decimals) {}

  record Fresh(Instant now, Map<String, Stamp> tables) {}

  record BoardAnswer(
      BoardHead board,
      Set<Board.Filter> filters,
      List<List<Board.Tile>> rows,
      Slice slice,
      Optional<MonthState> month,
      Map<String, ChartAnswer> charts,
      Fresh fresh) {}

  record FigureAnswer(
      MetricAnswer definition, Slice slice, FigureRow figure, List<Stamp> age, String sql) {}

  @GetMapping("/data/start")
  Start start(@AuthenticationPrincipal Visitor visitor) {
    return new Start(
        definitions.boards().stream().map(BoardsHttp::link).toList(),
        companies.all().stream().filter(c -> visitor.knows(c.code())).toList(),
        DECIMALS);
  }

  @GetMapping("/data/fresh")
  Fresh fresh() {
    return new Fresh(clock.instant(), stamps.all());
  }

  @GetMapping("/data/boards/{name}")
  BoardAnswer board(
      @PathVariable String name,
      HttpServletRequest request,
      @AuthenticationPrincipal Visitor visitor) {
    Board board = named(name);
    Asked asked = charts.settled(board, asked(request, visitor).everyRow());
    Map<String, ChartAnswer> answers = new LinkedHashMap<>();
    for (List<Board.Tile> row : board.layout().rows()) {
      row.forEach(t -> answers.put(t.chart(), charts.answer(board.chart(t.chart()), asked)));
    }
    BoardLink link = link(board);
    List<Chart.Command> commands =
        board.commands().stream()
            .filter(c -> visitor.may(asked.slice().company(), c.offer().permission()))
            .toList();
    return new BoardAnswer(
        new BoardHead(link.name(), link.title(), link.purpose(), commands),
        board.filters(),
        board.layout().rows(),
        asked.slice(),
        month(asked),
        answers,
        new Fresh(clock.instant(), asked.stamps()));
  }

  @GetMapping("/data/boards/{name}/charts/{chart}")
  ChartAnswer chart(
      @PathVariable String name,
      @PathVariable String chart,
      HttpServletRequest request,
      @AuthenticationPrincipal Visitor visitor) {
    Board board = named(name);
    return charts.answer(board.chart(chart), charts.settled(board, asked(request, visitor)));
  }

  @GetMapping("/data/figures/{domain}/{name}")
  FigureAnswer figure(
      @PathVariable String domain,
      @PathVariable String name,
      HttpServletRequest request,
      @AuthenticationPrincipal Visitor visitor) {
    Metric metric = definitions.metric(new MetricId(domain, name));
    Asked asked = asked(request, visitor);
    return new FigureAnswer(
        MetricAnswer.of(metric),
        asked.slice(),
        charts.total(metric, asked, asked.slice()),
        asked.stamps().values().stream()
            .filter(s -> s.table().equals(metric.source().table()))
            .toList(),
        asked.questions().metrics().total(metric, asked.slice()).explain());
  }

  private Board named(String name) {
    return definitions
        .board(name)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "No board '"
                        + name
                        + "'; there are "
                        + definitions.boards().stream().map(b -> b.id().name()).toList()));
  }

  /** The last month of the period: the day up to which it runs, if it does, and if it is closed. */
  record MonthState(YearMonth month, Optional<LocalDate> today, boolean closed) {}

  private Optional<MonthState> month(Asked asked) {
    Companies.Company company = companies.named(asked.slice().company());
    return asked
        .slice()
        .period()
        .map(
            period ->
                new MonthState(
                    period.to(),
                    Optional.of(asked.comparisons().today())
                        .filter(day -> asked.comparisons().isOpen(period)),
                    company.hasClosed(period.to())));
  }

  private Asked asked(HttpServletRequest request, Visitor visitor) {
    Slice slice = Chosen.slice(request, companies, visitor);
    Predicate<String> permissions = permission -> visitor.may(slice.company(), permission);
    Companies.Company company = companies.named(slice.company());
    Clock there = company.clock(clock);
    Comparisons comparisons =
        new Comparisons(company.firstDay(), company.fiscalYearStartMonth(), LocalDate.now(there));
    return new Asked(
        slice,
        Chosen.reading(request),
        stamps.all(),
        new ChartAnswers.Reader(Questions.of(tables, there, permissions), permissions),
        comparisons);
  }

  private static BoardLink link(Board board) {
    return new BoardLink(board.id().name(), board.words().title(), board.words().purpose());
  }
}
