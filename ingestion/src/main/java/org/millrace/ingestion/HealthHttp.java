package org.millrace.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Locale;

/** Answers {@code GET /health} on the loopback address. */
final class HealthHttp implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final JobHealth health;

  private HealthHttp(HttpServer server, JobHealth health) {
    this.server = server;
    this.health = health;
  }

  static HealthHttp start(int port, JobHealth health) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    } catch (BindException taken) {
      throw new IOException(
          "Port " + port + " on 127.0.0.1 is in use: stop what uses it or set MILLRACE_PORT.",
          taken);
    }
    HealthHttp http = new HealthHttp(server, health);
    server.createContext("/health", http::answer);
    server.start();
    return http;
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JobHealth.Reading reading = health.reading();
    ObjectNode body = JSON.createObjectNode();
    body.put("status", reading.state().name().toLowerCase(Locale.ROOT));
    body.put("part", "ingestion");
    body.put("behindSeconds", Math.round(reading.behindSeconds() * 10) / 10.0);
    body.put("detail", reading.detail());
    body.put("eventsWritten", health.events());
    body.put("lastVersion", health.lastVersion());
    body.put("missingEvents", health.missing());
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(reading.state() == JobHealth.State.UP ? 200 : 503, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
