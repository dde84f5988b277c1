package org.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.millrace.client.CorePath;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.terminal.Problems;

/** Sends the files of one import one after the other and adds up their control tables. */
final class ImportSession {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long QUIET_NANOS = 2_000_000_000L;

  private final CoreApi core;
  private final String address;
  private final String kind;
  private final String query;
  private final List<Path> with;
  private final ControlTable control = new ControlTable();
  private final long began = System.nanoTime();
  private long spoke = began;

  /** What an import was asked to do. */
  record Order(
      String kind,
      Optional<String> mapping,
      String company,
      List<Path> with,
      Totals totals,
      boolean isDryRun) {
    Order {
      with = List.copyOf(with);
    }
  }

  /** What the file has by what was told with it: how many rows, and what a column comes to. */
  record Totals(Optional<Long> rows, Optional<String> sum) {
    static final Totals NONE = new Totals(Optional.empty(), Optional.empty());

    private String query() {
      String counted = rows.map(count -> "expectedRows=" + count + "&").orElse("");
      return counted + sum.map(Totals::sum).orElse("");
    }

    private static String sum(String told) {
      int equals = told.lastIndexOf('=');
      if (equals < 1) {
        throw new Refusal(
            "Write --expected-sum as COLUMN=VALUE, such as lines.quantity=2254599, not " + told);
      }
      return "sumOf=%s&expectedSum=%s&"
          .formatted(
              encoded(told.substring(0, equals).strip()),
              encoded(told.substring(equals + 1).strip()));
    }
  }

  ImportSession(CoreApi core, Order order) {
    this.core = core;
    this.with = order.with();
    this.address = "/api/companies/" + encoded(order.company()) + "/imports/";
    String by = order.mapping().map(m -> "mapping=" + encoded(mapping(m)) + "&").orElse("");
    this.kind = order.kind();
    this.query = "?" + by + order.totals().query() + "dryRun=" + order.isDryRun() + "&file=";
  }

  // A mapping file of the user's own is kept by the core under an id of its content.
  private String mapping(String nameOrFile) {
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      if (nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml")) {
        throw new Refusal("There is no mapping file " + file + ". Nothing was imported.");
      }
      return nameOrFile;
    }
    try {
      HttpRequest.Builder request =
          core.request(address + "mappings")
              .header("Content-Type", "application/yaml")
              .header("Idempotency-Key", "mapping/" + UUID.randomUUID())
              .POST(HttpRequest.BodyPublishers.ofFile(file));
      try (InputStream answer = core.send(request)) {
        return JSON.readTree(answer).path("mapping").asText();
      }
    } catch (IOException e) {
      throw new Refusal("Cannot read the mapping " + file + ": " + e.getMessage());
    }
  }

  /** Whether every row was posted or kept with a reason, and file and ledger agree. */
  boolean post(List<Path> files) {
    for (int i = 0; i < files.size(); i++) {
      try {
        post(files.get(i));
      } catch (Refusal e) {
        System.out.print(control.text());
        throw new Refusal(
            "%s (file %d of %d): %s".formatted(files.get(i), i + 1, files.size(), e.getMessage()));
      }
      tell("file %d of %d".formatted(i + 1, files.size()), control.read());
    }
    System.out.print(control.text());
    return control.isBalanced();
  }

  /** Whether all electronic invoices were taken in and none breaks a rule; each is tried. */
  boolean takeIn(List<Path> files) {
    boolean isRight = true;
    for (Path file : files) {
      try {
        JsonNode taken = takenIn(file);
        System.out.println(told(file, taken));
        isRight &= taken.path("status").asText().equals("read");
      } catch (Refusal e) {
        System.out.println(file + ": " + e.getMessage());
        isRight = false;
      }
    }
    return isRight;
  }

  private JsonNode takenIn(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      String name = encoded(file.getFileName().toString());
      HttpRequest.Builder request =
          core.request(address.replaceFirst("imports/$", "paper/e-invoices?name=") + name)
              .header("Content-Type", "application/octet-stream")
              .header("Idempotency-Key", "e-invoice/" + UUID.nameUUIDFromBytes(content))
              .POST(HttpRequest.BodyPublishers.ofByteArray(content));
      try (InputStream answer = core.send(request)) {
        return JSON.readTree(answer);
      }
    } catch (IOException e) {
      throw new Refusal("Cannot read the file: " + e.getMessage());
    }
  }

  /** What became of a file, with the rules that it breaks. */
  static String told(Path file, JsonNode taken) {
    StringBuilder text = new StringBuilder();
    text.append(file)
        .append(": ")
        .append(taken.path("number").asText())
        .append(' ')
        .append(taken.path("status").asText());
    for (JsonNode finding : taken.path("findings")) {
      text.append(
          "%n  %s %s at %s: %s"
              .formatted(
                  finding.path("severity").asText(),
                  finding.path("rule").asText(),
                  finding.path("place").asText(),
                  finding.path("text").asText()));
    }
    return text.toString();
  }

  /** Prints the mapping that the core proposes for a file, and how it would read the first rows. */
  void propose(Path file) {
    if (with.isEmpty()) {
      propose(file, file);
      return;
    }
    Path archive = archive(file);
    try {
      propose(file, archive);
    } finally {
      archive.toFile().delete();
    }
  }

  private void propose(Path file, Path sent) {
    String path = address + kind + "/proposals" + query + encoded(file.getFileName().toString());
    try (BufferedReader lines = lines(path, sent)) {
      JsonNode step = JSON.readTree(lines.readLine());
      if (step.path("event").asText().equals("failed")) {
        throw new Refusal(step.path("detail").asText());
      }
      System.out.print(step.path("proposed").path("mapping").asText());
      System.out.flush();
      for (JsonNode row : step.path("rows")) {
        String told = row.path("problem").asText("");
        System.err.printf(
            "  line %s: %s%n",
            row.path("line").asText(), told.isEmpty() ? row.path("cells").toString() : told);
      }
    } catch (IOException e) {
      throw new Refusal(brokenOff(Problems.why(e)));
    }
  }

  private BufferedReader lines(String path, Path file) throws IOException {
    HttpRequest.Builder request =
        core.request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofFile(file));
    return new BufferedReader(new InputStreamReader(core.send(request), StandardCharsets.UTF_8));
  }

  private void post(Path file) {
    if (with.isEmpty()) {
      send(file, file.getFileName().toString());
      return;
    }
    Path archive = archive(file);
    try {
      send(archive, file.getFileName().toString());
    } finally {
      archive.toFile().delete();
    }
  }

  /** The file and those that are looked up in, as the core takes several. */
  private Path archive(Path file) {
    try {
      Path archive = Files.createTempFile("millrace-import", ".zip");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
        for (Path each : Stream.concat(Stream.of(file), with.stream()).toList()) {
          zip.putNextEntry(new ZipEntry(each.getFileName().toString()));
          Files.copy(each, zip);
          zip.closeEntry();
        }
      }
      return archive;
    } catch (IOException e) {
      throw new Refusal("Cannot read the files: " + e.getMessage());
    }
  }

  private void send(Path file, String name) {
    String last = "";
    try (BufferedReader lines = lines(address + kind + query + encoded(name), file)) {
      String line;
      while ((line = lines.readLine()) != null) {
        JsonNode step = JSON.readTree(line);
        last = step.path("event").asText();
        accept(last, step);
      }
    } catch (IOException e) {
      throw new Refusal(brokenOff(Problems.why(e)));
    }
    if (!last.equals("finished")) {
      throw new Refusal(brokenOff("its answer ended at '" + last + "'"));
    }
  }

  private void accept(String event, JsonNode step) {
    switch (event) {
      case "rejected" -> control.addReject(step);
      case "changed" -> control.addChange(step);
      case "progress" ->
          tell(
              "line " + step.path("toLine").asText(),
              control.read() + step.path("rows").path("read").asLong());
      case "finished" -> control.add(step);
      case "failed" -> throw new Refusal(step.path("detail").asText());
      default -> {} // the start of the file
    }
  }

  private void tell(String where, long rows) {
    long now = System.nanoTime();
    if (now - spoke > QUIET_NANOS) {
      spoke = now;
      System.err.printf("  %s, %,d rows, %,.0f rows/s%n", where, rows, rows * 1e9 / (now - began));
    }
  }

  private static String brokenOff(String why) {
    return "the core broke off ("
        + why
        + "). What was committed stays; see ./millrace status and repeat the command,"
        + " only the rest is posted.";
  }

  private static String encoded(String text) {
    return CorePath.segment(text);
  }
}
