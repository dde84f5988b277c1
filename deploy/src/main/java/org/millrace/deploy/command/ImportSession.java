package org.millrace.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.millrace.deploy.home.Refusal;

/** Sends the files of one import one after the other and adds up their control tables. */
final class ImportSession {

  private static final ObjectMapper JSON = new ObjectMapper();
  private final CoreApi core;
  private final String query;
  private final ControlTable control = new ControlTable();

  ImportSession(CoreApi core, String mapping, Optional<String> company, boolean isDryRun)
      throws IOException {
    this.core = core;
    StringBuilder text = new StringBuilder("?dryRun=" + isDryRun);
    Path file = Path.of(mapping);
    if (Files.isRegularFile(file)) {
      text.append("&mappingYaml=").append(encoded(Files.readString(file)));
    } else {
      text.append("&mapping=").append(encoded(mapping));
    }
    company.ifPresent(name -> text.append("&company=").append(encoded(name)));
    this.query = text.toString();
  }

  /** Whether every row was posted or kept with a reason, and file and ledger agree. */
  boolean post(List<Path> files) {
    long began = System.nanoTime();
    long spoke = began;
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      try {
        post(file);
      } catch (Refusal e) {
        System.out.print(control.text());
        throw new Refusal(
            "%s (file %d of %d): %s%nFiles before it are in; repeat the command once it is mended."
                .formatted(file, i + 1, files.size(), e.getMessage()));
      }
      if (System.nanoTime() - spoke > 2_000_000_000L) {
        spoke = System.nanoTime();
        System.err.printf(
            "  %d of %d files, %,d rows, %,.0f rows/s%n",
            i + 1, files.size(), control.read(), control.read() * 1e9 / (spoke - began));
      }
    }
    System.out.print(control.text());
    return control.isBalanced();
  }

  private void post(Path file) {
    String path =
        "/api/imports/sales-history" + query + "&file=" + encoded(file.getFileName().toString());
    HttpRequest request;
    try {
      request =
          core.request(path)
              .header("Content-Type", "application/octet-stream")
              .POST(HttpRequest.BodyPublishers.ofFile(file))
              .build();
    } catch (IOException e) {
      throw new Refusal("Cannot read " + file + ": " + e.getMessage());
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(core.send(request), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (!line.isBlank()) {
          accept(file, JSON.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new Refusal("The core broke off while reading " + file + ": " + e.getMessage());
    }
  }

  private void accept(Path file, JsonNode line) {
    if (line.has("problem")) {
      throw new Refusal(Problems.text(line.get("problem").toString()));
    }
    if (line.has("control")) {
      control.add(file.getFileName().toString(), line.get("control"));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
