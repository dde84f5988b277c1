package org.millrace.deploy.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.HomeVersion;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.postgres.PostgresServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back onto an empty home. */
@Command(
    name = "restore",
    description = {
      "Bring a backup back onto an empty home (MILLRACE_HOME), each file checked by its hash.",
      "Nothing stays of a restore that fails. Then start it: ./millrace up.",
      "Events recorded after the backup are gone; what the lake lacks it takes from the database."
    })
public final class Restore implements Callable<Integer> {

  private static final List<String> STATE =
      List.of("postgres", "lake", "secrets", "run", "port", "flink", "version", "tmp");

  /**
   * The marts are younger than the copied lake, and so is the word on how far bronze is complete:
   * both are to be made again.
   */
  private static final String DISTRUST =
      """
      do $$ begin
        if to_regclass('mart.publication') is not null then
          update mart.publication set delta_version = -1, table_id = '', complete_to = null;
        end if;
        if to_regclass('outbox.progress') is not null then
          update outbox.progress set complete_to = 'epoch', position = 0;
        end if;
      end $$
      """;

  @Parameters(paramLabel = "DIR", description = "The folder that ./millrace backup wrote.")
  private Path folder = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Address of the cockpit from now on; default: that of the backup.")
  private Optional<Integer> port = Optional.empty();

  @Override
  public Integer call() throws IOException {
    bring(
        folder.toAbsolutePath().normalize(),
        Home.ofEnvironment(System.getenv()),
        port.map(Ports::new));
    return 0;
  }

  static void bring(Path backup, Home home, Optional<Ports> wanted) throws IOException {
    Manifest manifest = Manifest.read(backup);
    List<Path> places = places(home, manifest);
    requireEmpty(home, places);
    Tally tally = new Tally("restored", Clock.systemUTC());
    try {
      copy(backup, manifest, home, tally);
      HomeVersion.require(home);
      recover(home, wanted);
    } catch (IOException | RuntimeException e) {
      leaveNothing(places, e);
      throw e;
    }
    System.out.println(
        "All is back in " + home.dir() + ": " + tally + ". Start it with ./millrace up");
  }

  private static void leaveNothing(List<Path> places, Exception reason) {
    try {
      for (Path place : places) {
        OwnFiles.delete(place);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static void recover(Home home, Optional<Ports> wanted) {
    Ports ports =
        wanted.or(() -> Ports.stored(home)).orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
    ports.store(home);
    ports.requireDatabaseFree();
    System.err.println("  ... the database reads its log");
    PostgresServer server = new PostgresServer(home.prepared(), ports);
    server.start();
    try (Connection connection = server.asSuperuser("millrace", PostgresServer.UNLIMITED);
        Statement statement = connection.createStatement()) {
      statement.execute(DISTRUST);
    } catch (SQLException e) {
      throw new Refusal("The database came back but refuses its owner: " + e.getMessage());
    } finally {
      server.stop();
    }
  }

  private static void copy(Path backup, Manifest manifest, Home home, Tally tally)
      throws IOException {
    JsonNode about = new ObjectMapper().readTree(backup.resolve("backup.json").toFile());
    for (JsonNode name : about.path("folders")) {
      OwnFiles.folders(target(home, name.asText()));
    }
    for (String name : new TreeSet<>(manifest.hashes().keySet())) {
      Path file = backup.resolve(name);
      boolean isAbout = name.equals("backup.json");
      Optional<String> hash =
          isAbout ? OwnFiles.hash(file, tally) : OwnFiles.copy(file, target(home, name), tally);
      manifest.require(backup, name, hash.orElseThrow(() -> Manifest.missing(file)));
    }
  }

  private static Path target(Home home, String name) {
    Path target =
        name.startsWith("lake/") && home.isLakeLocal()
            ? Path.of(home.lake()).resolve(name.substring("lake/".length()))
            : home.dir().resolve(name);
    return target.normalize();
  }

  /** All that an instance in this home consists of. */
  private static List<Path> places(Home home, Manifest manifest) {
    Stream<String> names =
        Stream.concat(
            STATE.stream(), manifest.hashes().keySet().stream().map(name -> name.split("/")[0]));
    Stream<Path> lake = home.isLakeLocal() ? Stream.of(Path.of(home.lake())) : Stream.of();
    return Stream.concat(names.map(home.dir()::resolve), lake).distinct().toList();
  }

  private static void requireEmpty(Home home, List<Path> places) throws IOException {
    for (Path place : places) {
      if (Files.exists(place) && !OwnFiles.tree(place).files().isEmpty()) {
        throw new Refusal(
            ("%s holds an instance already (%s). Restore onto an empty home: name one in"
                    + " MILLRACE_HOME, or move this one away.")
                .formatted(home.dir(), place));
      }
    }
  }
}
