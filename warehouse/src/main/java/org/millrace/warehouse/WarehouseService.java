package org.millrace.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.build.Rehearsal;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.CheckBoard;
import org.millrace.warehouse.check.Freshness;
import org.millrace.warehouse.check.LakeChecks;
import org.millrace.warehouse.check.References;
import org.millrace.warehouse.http.Endpoints;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.publish.Mart;
import org.millrace.warehouse.refresh.Followers;
import org.millrace.warehouse.refresh.Lane;
import org.millrace.warehouse.refresh.RefreshLoop;
import org.millrace.warehouse.upkeep.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running warehouse: one Spark session, two lanes that keep the tables up, one HTTP port. */
public final class WarehouseService implements AutoCloseable, Endpoints.Answers {
  static {
    // Before the first logger, unless the command line names another file.
    String name = "log4j2.configurationFile";
    System.setProperty(name, System.getProperty(name, "warehouse-log4j2.properties"));
  }

  private static final Logger LOG = LoggerFactory.getLogger(WarehouseService.class);
  private static final Duration LIVE_PAUSE = Duration.ofMillis(400);
  private static final Duration CALM_PAUSE = Duration.ofSeconds(20);
  private static final int MOST_REHEARSALS = 10;
  private static final Duration BETWEEN_LAKE_CHECKS = Duration.ofMinutes(5);
  private static final Duration LONGEST_WITHOUT_A_LOOK = Duration.ofMinutes(5);

  private final Clock clock;
  private final Endpoints endpoints;
  private final Lake lake;
  private final List<Analysis> analyses;
  private final Builder builder;
  private final Rehearsal rehearsal;
  private final Followers followers;
  private final Mart liveMart;
  private final Mart calmMart;
  private final RefreshLoop live;
  private final RefreshLoop calm;
  private final ExecutorService workers = Executors.newFixedThreadPool(4, daemon("worker"));
  private final CheckBoard board;
  private final LakeChecks lakeChecks;
  private final Freshness freshness;
  private final References references;
  private final Upkeep upkeep;
  private final ReadWriteLock tables = new ReentrantReadWriteLock();
  private final AtomicInteger waiting = new AtomicInteger();
  private Instant nextLakeChecks = Instant.EPOCH;
  private Instant lastLook;
  private final CountDownLatch ended = new CountDownLatch(1);

  private WarehouseService(
      WarehouseSettings settings, List<Analysis> analyses, Endpoints endpoints, Clock clock) {
    this.clock = clock;
    this.lastLook = clock.instant();
    this.endpoints = endpoints;
    this.analyses = List.copyOf(analyses);
    Catalog catalog = Catalog.read(settings.root().resolve("warehouse/tables"));
    SparkSession session =
        SparkSessions.open(
            Optional.ofNullable(System.getenv("SPARK_MASTER")).orElse("local[2]"),
            settings.home().resolve("warehouse"));
    this.lake = Lake.open(session, catalog, settings.lakeRoot());
    this.builder = new Builder(lake, workers);
    this.rehearsal =
        new Rehearsal(
            lake,
            workers,
            settings.root().resolve("transactional/contracts"),
            settings.home().resolve("warehouse/rehearsal"));
    this.followers = new Followers(this.analyses, lake, builder, clock);
    this.board = new CheckBoard(lake);
    this.lakeChecks = new LakeChecks(lake, clock);
    this.freshness = new Freshness(catalog, clock);
    this.references = new References(lake, clock);
    this.upkeep = new Upkeep(lake, clock);
    this.liveMart = mart(settings);
    this.calmMart = mart(settings);
    Lane liveLane = new Lane(Refresh.LIVE, lake, builder, liveMart, clock);
    Lane calmLane = new Lane(Refresh.CALM, lake, builder, calmMart, clock);
    this.live =
        new RefreshLoop(
            "live",
            RefreshLoop.Manner.EAGER,
            prepared(liveMart, liveLane, () -> liveCycle(liveLane)),
            LIVE_PAUSE,
            clock);
    this.calm =
        new RefreshLoop(
            "calm",
            RefreshLoop.Manner.RESTING,
            prepared(calmMart, calmLane, () -> calmCycle(calmLane)),
            CALM_PAUSE,
            clock);
  }

  /** Opens the port, then the engine, then keeps the tables up until it is closed. */
  public static WarehouseService start(WarehouseSettings settings, List<Analysis> analyses)
      throws IOException {
    Path tokenFile = settings.secrets().resolve("warehouse.token");
    if (!Files.isReadable(tokenFile)) {
      throw new IllegalArgumentException(
          "The warehouse cannot start: "
              + tokenFile
              + " is missing; MILLRACE_SECRETS must name"
              + " the folder of the secrets");
    }
    Endpoints endpoints = new Endpoints(settings.port(), Files.readString(tokenFile).strip());
    WarehouseService service;
    try {
      service = new WarehouseService(settings, analyses, endpoints, Clock.systemUTC());
    } catch (RuntimeException failed) {
      endpoints.close();
      throw failed;
    }
    daemon("live").newThread(service.live).start();
    daemon("calm").newThread(service.calm).start();
    endpoints.serve(service);
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "stop"));
    return service;
  }

  /** Stays until the service is closed. */
  public void await() throws InterruptedException {
    ended.await();
  }

  private Lane.Cycle liveCycle(Lane lane) throws SQLException {
    RefreshLoop.State state = live.state();
    if (state.cycles() == 1 && state.last().stream().allMatch(first -> first.built().isEmpty())) {
      rehearse(); // the port answers already, and there is nothing to do yet
    }
    return whileTablesStand(
        () -> {
          Lane.Cycle cycle = lane.run();
          if (board.add(cycle.checks())) {
            calm.wake();
          }
          return cycle;
        });
  }

  private void rehearse() {
    long version = builder.bronzeVersion();
    Instant start = clock.instant();
    try {
      int played =
          rehearsal.run(Refresh.LIVE, MOST_REHEARSALS, () -> builder.bronzeVersion() != version);
      long took = Duration.between(start, clock.instant()).toMillis();
      LOG.info("Rehearsed the live cycle {} times in {} ms", played, took);
    } catch (RuntimeException failed) {
      LOG.warn("The live cycle could not be rehearsed; the first with work will be slow", failed);
    }
  }

  private Lane.Cycle calmCycle(Lane lane) throws SQLException {
    return whileTablesStand(
        () -> {
          lake.nameAll();
          Lane.Cycle cycle = upToTheFigures(lane);
          boolean busy = !cycle.built().isEmpty() || waiting.get() > 0;
          if (!busy || !clock.instant().isBefore(lastLook.plus(LONGEST_WITHOUT_A_LOOK))) {
            lookOver();
          }
          board.write();
          return cycle;
        });
  }

  /** Checks and upkeep, which take long, while no figure is waited for. */
  private void lookOver() throws SQLException {
    lastLook = clock.instant();
    board.add(freshness.run(completeTo()));
    board.add(references.run(builder::bronzeVersion, builder::taken));
    if (!clock.instant().isBefore(nextLakeChecks)) {
      board.add(lakeChecks.run(() -> waiting.get() > 0));
      if (waiting.get() == 0) {
        nextLakeChecks = clock.instant().plus(BETWEEN_LAKE_CHECKS);
      }
    }
    upkeep.run();
  }

  /**
   * Brings the tables up, then has the analyses look at them. While the lane is behind, as in a
   * large import, none is run over data that are about to change. Who waits for the figures does
   * not wait for the pause of an analysis.
   */
  private Lane.Cycle upToTheFigures(Lane lane) throws SQLException {
    Lane.Cycle cycle = lane.run();
    board.add(cycle.checks());
    if (cycle.completeTo().isEmpty()) {
      return cycle;
    }
    boolean moved = waiting.get() > 0 ? followers.runBehind() : followers.runDue();
    if (!moved) {
      return cycle;
    }
    Lane.Cycle figures = lane.run();
    board.add(figures.checks());
    return cycle.then(figures);
  }

  /** Gold by its stamp in the mart, silver by its lane, bronze by what ingestion says. */
  private Function<Table, Optional<Instant>> completeTo() throws SQLException {
    Map<String, Instant> published = calmMart.completeTimes();
    Optional<Instant> bronze = calmMart.bronzeCompleteTo();
    return table ->
        switch (table.name().layer()) {
          case BRONZE -> bronze;
          case SILVER -> (table.refresh() == Refresh.LIVE ? live : calm).state().completeTo();
          case GOLD -> Optional.ofNullable(published.get(table.name().table()));
        };
  }

  /** Holds off a rebuild, which takes the tables away, until the cycle is over. */
  private Lane.Cycle whileTablesStand(RefreshLoop.Step step) throws SQLException {
    tables.readLock().lock();
    try {
      return step.run();
    } finally {
      tables.readLock().unlock();
    }
  }

  /** Deletes silver and gold; the lanes fill them again from bronze. */
  @Override
  public void rebuild() {
    tables.writeLock().lock();
    try {
      builder.startOver();
      lakeChecks.forget();
      references.forget();
      board.writeAnew();
    } finally {
      tables.writeLock().unlock();
    }
  }

  private static RefreshLoop.Step prepared(Mart mart, Lane lane, RefreshLoop.Step step) {
    boolean[] done = {false};
    return () -> {
      if (!done[0]) {
        mart.prepare(lane.published());
        done[0] = true;
      }
      return step.run();
    };
  }

  @Override
  public Map<String, Object> health() {
    Map<String, Object> health = new LinkedHashMap<>();
    Optional<String> failure =
        live.state().failure().isPresent() ? live.state().failure() : calm.state().failure();
    boolean started = live.state().cycles() > 0;
    health.put("status", failure.isPresent() ? "down" : started ? "up" : "starting");
    health.put("part", "warehouse");
    live.state()
        .completeTo()
        .ifPresent(
            moment ->
                health.put(
                    "behindSeconds",
                    Math.max(0, Duration.between(moment, clock.instant()).toMillis() / 1000.0)));
    health.put(
        "detail",
        failure
            .map(text -> "The last cycle failed: " + text + " It is tried again every 2 s.")
            .orElse(started ? "refreshing" : "waiting for the first cycle"));
    return health;
  }

  @Override
  public Map<String, Object> progress() {
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("bronzeVersion", builder.bronzeVersion());
    for (RefreshLoop loop : List.of(live, calm)) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("cycles", loop.state().cycles());
      one.put("completeTo", loop.state().completeTo().map(Instant::toString).orElse(null));
      loop.state()
          .last()
          .ifPresent(
              cycle -> {
                one.put("bronzeVersion", cycle.bronzeVersion());
                one.put("lastMillis", cycle.took().toMillis());
                one.put("lastBuilt", cycle.built());
              });
      progress.put(loop.name(), one);
    }
    return progress;
  }

  @Override
  public SparkSession lake() {
    lake.nameAll();
    return lake.session();
  }

  @Override
  public List<String> analyses() {
    return analyses.stream().map(Analysis::name).toList();
  }

  @Override
  public Map<String, Object> run(String name, Optional<LocalDate> asOf, Optional<String> company) {
    Analysis analysis =
        analyses.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new AnalysisRefused(
                        "There is no analysis '"
                            + name
                            + "'; known are "
                            + String.join(", ", analyses())));
    Map<String, Object> figures = analysis.run(new AnalysisRun(lake, asOf, company)).figures();
    calm.wake();
    return figures;
  }

  @Override
  public Map<String, Object> refresh(Duration atMost) throws Exception {
    waiting.incrementAndGet();
    try {
      return refreshed(clock.instant().plus(atMost));
    } finally {
      waiting.decrementAndGet();
    }
  }

  private Map<String, Object> refreshed(Instant end) throws Exception {
    Instant target;
    try (Mart own = new Mart(liveMart)) {
      target = own.now();
    }
    boolean complete =
        live.awaitCompleteTo(target, left(end)) && calm.awaitCompleteTo(target, left(end));
    while (complete && !followers.areUpToDate() && clock.instant().isBefore(end)) {
      Instant next = calm.state().completeTo().orElse(target).plusMillis(1);
      complete = calm.awaitCompleteTo(next, left(end));
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("complete", complete);
    answer.put("completeTo", live.state().completeTo().map(Instant::toString).orElse(null));
    return answer;
  }

  private Duration left(Instant end) {
    return Duration.between(clock.instant(), end);
  }

  @Override
  public void close() {
    LOG.info("The warehouse stops");
    live.stop();
    calm.stop();
    endpoints.close();
    workers.shutdownNow();
    ended.countDown();
  }

  private static Mart mart(WarehouseSettings settings) {
    return new Mart(settings.mart().url(), settings.mart().user(), settings.mart().password());
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
