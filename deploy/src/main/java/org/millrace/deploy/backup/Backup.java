package org.millrace.deploy.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.postgres.PostgresServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies a running instance into a folder from which {@code restore} brings it back. */
@Command(
    name = "backup",
    description = {
      "Copy the whole instance into a new folder while it runs: database, lake, stream position,",
      "secrets and settings, consistent with each other, with a SHA-256 of each file.",
      "Guard the folder as you guard the instance: it holds all books and all keys.",
      "Bring it back with ./millrace restore DIR."
    })
public final class Backup implements Callable<Integer> {

  /** What the home holds only while it runs. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of("run", "log", "flink", "warehouse", "tmp", "postgres", "lake");

  @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet or is empty.")
  private Path folder = Path.of("");

  @Option(
      names = "--check",
      description = "Write nothing; read the backup in DIR and compare each file with its hash.")
  private boolean isCheck;

  @Override
  public Integer call() throws IOException {
    Path target = folder.toAbsolutePath().normalize();
    if (isCheck) {
      System.out.println("All is as written: " + checked(target));
      return 0;
    }
    write(Home.ofEnvironment(System.getenv()), target);
    return 0;
  }

  static void write(Home home, Path target) throws IOException {
    requireNew(home, target);
    Ports ports = Ports.stored(home).orElseGet(() -> new Ports(Ports.DEFAULT_BASE));
    Copier copier = new Copier(target, new Tally("copied", Clock.systemUTC()));
    copy(home, new PostgresServer(home, ports), copier);
    copier.manifest().write(target);
    Home.write(LastBackup.file(home), Clock.systemUTC().instant() + " " + target + "\n");
    System.out.println("Backup in " + target + ": " + copier);
  }

  private static void copy(Home home, PostgresServer server, Copier copier) throws IOException {
    boolean isDown = server.process().isEmpty();
    if (isDown) {
      server.start();
    }
    try {
      if (home.isLakeLocal()) {
        new LakeCopy(Path.of(home.lake()), copier).run();
      } else {
        System.err.println(
            "The lake at " + home.lake() + " is left out: back it up there, before this.");
      }
      new DatabaseCopy(server, copier).run();
    } finally {
      if (isDown) {
        server.stop();
      }
    }
    others(home, copier);
    ObjectNode about = new ObjectMapper().createObjectNode();
    about.put("createdAt", Clock.systemUTC().instant().toString());
    about.put("home", home.dir().toString());
    copier.folders().forEach(about.putArray("folders")::add);
    copier.text("backup.json", about.toPrettyString() + "\n");
  }

  private static void others(Home home, Copier copier) throws IOException {
    for (Path file : OwnFiles.tree(home.dir()).files()) {
      Path inside = home.dir().relativize(file);
      if (!OF_THE_MOMENT.contains(inside.getName(0).toString())) {
        copier.file(file, inside.toString());
      }
    }
  }

  private static void requireNew(Home home, Path target) throws IOException {
    if (!Files.exists(home.postgres().resolve("data/PG_VERSION"))) {
      throw new Refusal("There is nothing to back up in " + home.dir() + ".");
    }
    if (target.startsWith(home.dir())) {
      throw new Refusal(
          "%s lies in the instance's own folder %s and would be lost with it. Name another one."
              .formatted(target, home.dir()));
    }
    if (Files.exists(target)) {
      try (Stream<Path> found = Files.list(target)) {
        if (found.findAny().isPresent()) {
          throw new Refusal(target + " is not empty. Name a new folder for each backup.");
        }
      }
    }
    try {
      OwnFiles.folders(target);
    } catch (IOException e) {
      throw new Refusal("Cannot make the folder %s (%s).".formatted(target, e.getMessage()));
    }
  }

  static Tally checked(Path folder) throws IOException {
    Manifest manifest = Manifest.read(folder);
    Tally tally = new Tally("checked", Clock.systemUTC());
    for (String name : manifest.hashes().keySet()) {
      Path file = folder.resolve(name);
      manifest.require(
          folder, name, OwnFiles.hash(file, tally).orElseThrow(() -> Manifest.missing(file)));
    }
    return tally;
  }
}
