package org.millrace.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** A core that says, in the order asked for, what the real one said when it was recorded. */
public final class RecordedCore implements AutoCloseable {
  private final JsonNode recorded;
  private final HttpServer server;
  private final URI address;
  private final Deque<String> next = new ArrayDeque<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final List<String> keys = Collections.synchronizedList(new ArrayList<>());

  private RecordedCore(Path answers) throws IOException {
    recorded = new ObjectMapper().readTree(answers.toFile());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Reads the file that the core's own test writes. */
  public static RecordedCore with(Path answers) {
    try {
      return new RecordedCore(answers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with these, in turn; after the last one with it again. */
  public RecordedCore saying(String... names) {
    next.clear();
    next.addAll(List.of(names));
    return this;
  }

  /** Where it listens. */
  public URI address() {
    return address;
  }

  /** Method, path and token of each request. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** The keys of the commands. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + (token == null ? "" : token));
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key != null) {
      keys.add(key);
    }
    JsonNode told = recorded.path(next.size() > 1 ? next.poll() : next.peek());
    byte[] body = told.path("body").asText().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", told.path("type").asText());
    if (told.has("retryAfter")) {
      exchange.getResponseHeaders().set("Retry-After", told.path("retryAfter").asText());
    }
    exchange.sendResponseHeaders(told.path("status").asInt(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
