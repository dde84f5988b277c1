package org.millrace.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.spark.sql.SparkSession;
import org.millrace.warehouse.http.Endpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running warehouse: one Spark session, two refreshes that keep the tables up, one HTTP port.
 */
public final class Warehouse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);

  private final Endpoints endpoints;
  private final Wiring wiring;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Warehouse(Endpoints endpoints, Wiring wiring) {
    this.endpoints = endpoints;
    this.wiring = wiring;
  }

  /** Opens the port, then the engine, then keeps the tables up until it is closed. */
  public static Warehouse start(WarehouseSettings settings, List<Analysis> analyses)
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
    Wiring wiring;
    try {
      wiring = Wiring.of(settings, analyses, Clock.systemUTC());
    } catch (RuntimeException failed) {
      endpoints.close();
      throw failed;
    }
    Warehouse warehouse = new Warehouse(endpoints, wiring);
    wiring.scheduler().start();
    endpoints.serve(new Answering(wiring));
    Runtime.getRuntime().addShutdownHook(new Thread(warehouse::close, "stop"));
    return warehouse;
  }

  /** Stays until the warehouse is closed. */
  public void await() throws InterruptedException {
    ended.await();
  }

  @Override
  public void close() {
    LOG.info("The warehouse stops");
    wiring.scheduler().stop();
    endpoints.close();
    wiring.workers().shutdownNow();
    ended.countDown();
  }

  /** What the port answers, by the parts that know it. */
  private record Answering(Wiring wiring) implements Endpoints.Answers {
    @Override
    public Map<String, Object> health() {
      return wiring.health().report();
    }

    @Override
    public Map<String, Object> progress() {
      return wiring.health().progress();
    }

    @Override
    public SparkSession lake() {
      wiring.lake().nameAll();
      return wiring.lake().session();
    }

    @Override
    public List<String> analyses() {
      return wiring.runs().names();
    }

    @Override
    public Map<String, Object> run(
        String name, Optional<LocalDate> asOf, Optional<String> company) {
      Map<String, Object> figures = wiring.runs().ask(name, asOf, company);
      wiring.scheduler().wakeBatched();
      return figures;
    }

    @Override
    public Map<String, Object> refresh(Duration atMost) throws Exception {
      return wiring.scheduler().refresh(atMost);
    }

    @Override
    public void rebuild() {
      wiring.rebuild().run();
    }
  }
}
